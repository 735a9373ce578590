package webhookinspector.app;

import java.time.InstantSource;
import webhookinspector.history.History;
import webhookinspector.history.sqlite.SqliteHistory;
import webhookinspector.ledger.Commits;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.sqlite.SqliteOutbox;
import webhookinspector.registry.Registry;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.storage.SecretsKey;
import webhookinspector.storage.sqlite.SqliteFile;

/** The files of a folder, open; only for whoever has the folder's lock. */
record Stores(Registry registry, Ledger ledger, Outbox outbox, History history)
    implements AutoCloseable {

  static Stores open(DataFolder folder, InstantSource clock, Commits commits) {
    // Opening one file may already bring it up to date, so all are looked at first.
    SqliteFile.refuseNewer(folder.registry(), SqliteRegistry.SCHEMA);
    SqliteFile.refuseNewer(folder.ledger(), SqliteLedger.SCHEMA);
    SqliteFile.refuseNewer(folder.outbox(), SqliteOutbox.SCHEMA);
    var opened = new Closing();
    try {
      SecretsKey key = SecretsKeyFile.of(folder);
      Registry registry = opened.later(SqliteRegistry.open(folder.registry(), key));
      Ledger ledger =
          opened.later(SqliteLedger.open(folder.ledger(), LedgerSettings.DEFAULTS, clock, commits));
      Outbox outbox = opened.later(SqliteOutbox.open(folder.outbox(), key));
      return new Stores(registry, ledger, outbox, SqliteHistory.open(folder.history()));
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public void close() {
    var closing = new Closing();
    closing.later(registry);
    closing.later(ledger);
    closing.later(outbox);
    closing.later(history);
    closing.close();
  }
}
