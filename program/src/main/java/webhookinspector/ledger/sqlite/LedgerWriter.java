package webhookinspector.ledger.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Commits;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.NotKept;

/**
 * The one thread that writes. A commit takes everything that waits, so that many callers share one
 * sync; while it runs, the next ones gather.
 */
final class LedgerWriter implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);

  /**
   * How long a commit waits for as many as half of those who were busy lately. One sync for a few
   * more costs them less than the syncs that it saves.
   */
  private static final long GATHER_NANOS = 1_000_000;

  /** About 8 MB of WAL: moving it takes some 20 ms, and starting after a crash reads it once. */
  private static final long CHECKPOINT_BYTES = 8_000_000;

  private static final long PAGE_BYTES = 4_096;

  private static final long WAL_ALARM_BYTES = 256_000_000;

  private final WaitingLine line;
  private final Tail tail;
  private final Condition condition;
  private final Healing healing;
  private final HangWatch watch;
  private final Commits commits;
  private LedgerTables tables;
  private long walBytes;
  private int busyLately;
  private volatile boolean closing;

  LedgerWriter(
      LedgerTables tables,
      WaitingLine line,
      Tail tail,
      Condition condition,
      Healing healing,
      HangWatch watch,
      Commits commits) {
    this.tables = tables;
    this.line = line;
    this.tail = tail;
    this.condition = condition;
    this.healing = healing;
    this.watch = watch;
    this.commits = commits;
  }

  @Override
  public void run() {
    walBytes = healing.walBytes();
    while (true) {
      List<Ticket> batch = line.take(busyLately / 2, GATHER_NANOS);
      if (!batch.isEmpty()) {
        keep(batch);
      } else if (closing) {
        closeTables();
        return;
      }
    }
  }

  /** Who waits already is still served; then the thread ends. */
  void close() {
    closing = true;
    line.close("the ledger is closed");
  }

  private void keep(List<Ticket> batch) {
    watch.begins(batch);
    try {
      List<Ticket> chores = chores(batch);
      keepEntries(chores.isEmpty() ? batch : entries(batch));
      for (Ticket chore : chores) {
        tables.run((Chore) chore.work);
        if (chore.work instanceof DropChore) {
          tail.restart(new Position(tables.last())); // it still remembers what is gone
        }
        chore.done(new Position(tables.last()));
      }
      watch.ends();
    } catch (SQLException | RuntimeException | Error e) {
      watch.ends();
      String because = healing.note(e);
      LOG.error("deliveries are refused: {}", because, e);
      refuse(because, e);
      batch.forEach(ticket -> ticket.failed(new NotKept(because, e)));
      heal();
    }
  }

  private void keepEntries(List<Ticket> batch) throws SQLException {
    if (!batch.isEmpty()) {
      healing.demandSpace();
      settle(batch, tables.keep(batch));
      checkpointWhenDue(batch);
    }
  }

  /** Hardly ever any, so looking for them must cost next to nothing. */
  private static List<Ticket> chores(List<Ticket> batch) {
    List<Ticket> chores = List.of();
    for (Ticket ticket : batch) {
      if (ticket.work instanceof Chore) {
        chores = new ArrayList<>(chores);
        chores.add(ticket);
      }
    }
    return chores;
  }

  private static List<Ticket> entries(List<Ticket> batch) {
    return batch.stream().filter(ticket -> !(ticket.work instanceof Chore)).toList();
  }

  private void settle(List<Ticket> batch, long[] positions) {
    var entries = new ArrayList<Entry>(positions.length);
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] != LedgerTables.NOWHERE) {
        entries.add(batch.get(i).work.at(new Position(positions[i])));
      }
    }
    tail.add(entries);
    condition.committed(entries);
    int next = 0;
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] == LedgerTables.NOWHERE) {
        batch.get(i).failed(leftOut(batch.get(i).work));
      } else {
        batch.get(i).done(entries.get(next++).position());
      }
    }
    busyLately = Math.max(busyLately - busyLately / 8, positions.length + line.waiting());
  }

  private static NotKept leftOut(Work work) {
    return switch (work) {
      case Work.Keep keep -> new NotKept(keep.name() + ": is kept already");
      case Work.Rejudge again ->
          new NotKept(again.name() + ": is not, or no longer, in the ledger");
      case Chore chore -> new NotKept(chore.name() + ": is no entry");
    };
  }

  /** After the callers have their answers, so that only the next ones wait for it. */
  private void checkpointWhenDue(List<Ticket> batch) throws SQLException {
    long bytes = 0;
    for (Ticket ticket : batch) {
      bytes += ticket.work.bytes();
    }
    commits.committed(batch.size(), bytes, tables.syncNanos());
    walBytes += bytes + 3 * PAGE_BYTES;
    if (walBytes >= CHECKPOINT_BYTES) {
      walBytes = 0;
      long left = tables.checkpoint("PASSIVE") * PAGE_BYTES;
      if (left >= WAL_ALARM_BYTES) {
        LOG.warn("{} MB wait in the -wal file: somebody reads without an end", left / 1_000_000);
      }
    }
  }

  /** From now on nobody waits for what cannot be. */
  private void refuse(String because, Throwable e) {
    condition.unwell(because);
    line.shut(because);
    line.failWaiting(new NotKept(because, e));
  }

  private void heal() {
    closeTables();
    while (!closing) {
      try {
        healing.rest();
        tables = healing.reopen();
        tail.restart(new Position(tables.last()));
        walBytes = 0;
        condition.well();
        line.reopen();
        LOG.info("deliveries are kept again");
        return;
      } catch (SQLException | RuntimeException | Error e) {
        refuse(healing.note(e), e);
      } catch (InterruptedException _) {
        close();
      }
    }
    line.failWaiting(new NotKept("the ledger is closed"));
  }

  private void closeTables() {
    try {
      tables.close();
    } catch (SQLException e) {
      LOG.warn("closing the ledger: {}", healing.note(e));
    }
  }
}
