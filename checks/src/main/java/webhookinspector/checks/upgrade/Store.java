package webhookinspector.checks.upgrade;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.outbox.sqlite.SqliteOutbox;
import webhookinspector.registry.sqlite.SqliteRegistry;

/** The three files that hold what cannot be had again, and how today's program reads them. */
enum Store {
  LEDGER(SqliteLedger.SCHEMA.newest()) {
    @Override
    int read(Path file) throws InterruptedException {
      try (var ledger = SqliteLedger.open(file, LedgerSettings.DEFAULTS, InstantSource.system())) {
        List<Entry> all = ledger.read(Position.START, MANY, Duration.ZERO);
        for (Entry entry : all) {
          if (entry instanceof Entry.Kept kept // whose body is checked against its hash
              && ledger.find(kept.judged().id()).isEmpty()) {
            return -1;
          }
        }
        return all.size();
      }
    }
  },
  REGISTRY(SqliteRegistry.SCHEMA.newest()) {
    @Override
    int read(Path file) {
      try (var registry = SqliteRegistry.open(file)) {
        int secrets =
            registry.inboxes().stream()
                .mapToInt(
                    inbox ->
                        inbox.secrets().candidates().size()
                            + (inbox.secrets().confirmed() == null ? 0 : 1))
                .sum();
        registry.bookmark("1200000372926092");
        return registry.inboxes().size()
            + secrets
            + registry.alerts(MANY).size()
            + registry.gaps(MANY).size()
            + registry.markings().size()
            + registry.savedFilters().size();
      }
    }
  },
  OUTBOX(SqliteOutbox.SCHEMA.newest()) {
    @Override
    int read(Path file) {
      try (var outbox = SqliteOutbox.open(file)) {
        return outbox.targets().stream()
                .mapToInt(
                    target ->
                        1
                            + outbox.waiting(target.number()).size()
                            + outbox.dead(target.number(), MANY).size())
                .sum()
            + outbox.attemptsAt("http://127.0.0.1:9/", MANY).size();
      }
    }
  };

  private static final int MANY = 10_000;

  private final int newest;

  Store(int newest) {
    this.newest = newest;
  }

  /** The newest schema that this program knows. */
  int newest() {
    return newest;
  }

  /** As in {@code ledger.db} and {@code ledger-1.sql}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Opens it as the program does, which brings it up to date, and reads what it holds. */
  abstract int read(Path file) throws InterruptedException;

  /**
   * Brings a file up to date and ends; run as a process of its own, so that it can be killed.
   *
   * @param args the store's word and the file
   */
  public static void main(String[] args) throws InterruptedException {
    valueOf(args[0].toUpperCase(Locale.ROOT)).read(Path.of(args[1]));
  }
}
