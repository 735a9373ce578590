package webhookinspector.ledger.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerContract;
import webhookinspector.ledger.LedgerSettings;

class SqliteLedgerTest extends LedgerContract {

  @TempDir Path folder;

  @Override
  protected Ledger open(LedgerSettings settings) {
    return SqliteLedger.open(folder.resolve("ledger.db"), settings, CLOCK);
  }
}
