package webhookinspector.ledger.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.QuarantineContract;

class SqliteQuarantineTest extends QuarantineContract {

  @TempDir Path folder;

  @Override
  protected Ledger open(LedgerSettings settings) {
    return SqliteLedger.open(folder.resolve("ledger.db"), settings, CLOCK);
  }
}
