package webhookinspector.ledger.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Commits;
import webhookinspector.ledger.Damaged;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerHealth;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.NotKept;
import webhookinspector.ledger.Stamp;
import webhookinspector.ledger.Stretch;
import webhookinspector.ledger.Thinning;
import webhookinspector.storage.StorageRefused;
import webhookinspector.storage.sqlite.Migrations;
import webhookinspector.storage.sqlite.SqliteFile;
import webhookinspector.storage.sqlite.Trouble;

/**
 * A {@link Ledger} in one SQLite file; many callers share one sync. Callers do what can be done
 * without the file, one thread writes, a few connections read. Why so: docs/decisions.md.
 */
public final class SqliteLedger implements Ledger {

  /** What its file may be at most. */
  public static final Migrations SCHEMA = new Migrations(SqliteLedger.class, 5);

  /** Beyond the patience with locks; Asana itself waits about 10 s (webhooks guide). */
  private static final Duration HANG = Duration.ofSeconds(1);

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final WaitingLine line;
  private final Condition condition = new Condition();
  private final Tail tail;
  private final Readers readers;
  private final Thinning thinning;
  private final LedgerWriter writer;
  private final Thread writing;
  private final Thread watching;

  private SqliteLedger(
      SqliteFile file, LedgerSettings settings, InstantSource clock, Commits commits)
      throws SQLException {
    this.clock = clock;
    var healing = new Healing(file, settings);
    LedgerTables tables = healing.open();
    line = new WaitingLine(settings);
    tail = new Tail(new Position(tables.last()));
    readers = new Readers(file);
    thinning = new SqliteThinning(file, settings.patience(), clock, this::keep);
    var watch = new HangWatch(line, condition, settings.patience().plus(HANG));
    writer = new LedgerWriter(tables, line, tail, condition, healing, watch, commits);
    writing = Thread.ofPlatform().name("ledger-writer").daemon().start(writer);
    watching = Thread.ofVirtual().name("ledger-watch").start(watch);
  }

  /**
   * Opens the file, or makes it.
   *
   * @throws StorageRefused if it is broken, locked, newer than this program, or cannot be written
   *     durably
   */
  public static SqliteLedger open(Path path, LedgerSettings settings, InstantSource clock) {
    return open(path, settings, clock, Commits.NONE);
  }

  /**
   * As above.
   *
   * @param commits told of each commit
   */
  public static SqliteLedger open(
      Path path, LedgerSettings settings, InstantSource clock, Commits commits) {
    var file = new SqliteFile(path, SCHEMA, settings.patience());
    try {
      return new SqliteLedger(file, settings, clock, commits);
    } catch (SQLException e) {
      throw new StorageRefused(Trouble.with(file.path(), e), e);
    }
  }

  @Override
  public Position append(Judged delivery) {
    return keep(new Work.Keep(delivery, false, clock));
  }

  @Override
  public void append(Judged delivery, Outcome then) {
    Ticket ticket = Ticket.calling(new Work.Keep(delivery, false, clock), then);
    try {
      line.join(ticket);
    } catch (NotKept why) {
      ticket.failed(why);
    }
  }

  @Override
  public Position judgeAgain(DeliveryId delivery, Judgement judgement) {
    return keep(new Work.Rejudge(delivery, judgement, clock.instant(), null));
  }

  @Override
  public Position answered(DeliveryId delivery, Judgement judgement, int answer) {
    return keep(new Work.Rejudge(delivery, judgement, clock.instant(), answer));
  }

  @Override
  public List<Position> appendAll(List<Judged> deliveries) {
    List<Ticket> tickets = new ArrayList<>(deliveries.size());
    List<Position> positions = new ArrayList<>(deliveries.size());
    NotKept why = null;
    try {
      for (Judged delivery : deliveries) {
        Ticket ticket = Ticket.awaited(new Work.Keep(delivery, false, clock));
        line.join(ticket);
        tickets.add(ticket);
      }
    } catch (NotKept e) {
      why = e;
    }
    for (Ticket ticket : tickets) { // whatever became of the others, none is left in the air
      try {
        positions.add(ticket.await());
      } catch (NotKept e) {
        why = e;
      }
    }
    if (why != null) {
      throw why;
    }
    return positions;
  }

  private Position keep(Work work) {
    Ticket ticket = Ticket.awaited(work);
    line.join(ticket);
    return ticket.await();
  }

  @Override
  public void quarantine(Judged delivery) {
    try {
      line.join(Ticket.unattended(new Work.Keep(delivery, true, clock)));
    } catch (NotKept _) {
      condition.droppedJunk();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>One answer holds about 8 MB at most, even if more was asked for. A delivery whose bytes are
   * damaged on disk is logged and left out.
   *
   * @throws Damaged if the file cannot be read
   */
  @Override
  public List<Entry> read(Position after, int limit, Duration patience)
      throws InterruptedException {
    if (limit < 1 || limit > 10_000) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: 1 to 10000)");
    }
    long end = System.nanoTime() + patience.toNanos();
    Position from = after;
    while (tail.awaitBehind(from, Duration.ofNanos(end - System.nanoTime()))) {
      var fresh = tail.read(from, limit);
      if (fresh.isPresent()) {
        return fresh.get();
      }
      long number = from.number();
      EntryReader.Page page = readers.read(reader -> reader.after(number, limit));
      if (!page.entries().isEmpty() || page.end() == Long.MAX_VALUE) {
        return page.entries();
      }
      from = new Position(page.end());
    }
    return List.of();
  }

  @Override
  public Optional<Entry.Kept> find(DeliveryId delivery) {
    return readers.read(reader -> reader.find(delivery));
  }

  @Override
  public Stretch stretch(Position after, int limit) {
    return readers.read(reader -> reader.stretch(after.number(), limit));
  }

  @Override
  public List<Stamp> stamps(List<DeliveryId> ids) {
    return readers.read(reader -> reader.stamps(ids));
  }

  @Override
  public Optional<Entry.Kept> newestPage(InboxName stream) {
    return readers.read(reader -> reader.newestPage(stream));
  }

  @Override
  public List<DeliveryId> quarantined() {
    return readers.read(EntryReader::quarantined);
  }

  @Override
  public Thinning thinning() {
    return thinning;
  }

  @Override
  public Position last() {
    return tail.last();
  }

  @Override
  public LedgerHealth health() {
    return condition.report();
  }

  /** Keeps what waits, then closes; a disk that hangs holds it up for five seconds at most. */
  @Override
  public void close() {
    writer.close();
    try {
      if (!writing.join(CLOSING)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    watching.interrupt();
    readers.close();
  }
}
