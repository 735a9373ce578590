package webhookinspector.history.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.history.DigestContract;
import webhookinspector.history.History;

class SqliteDigestTest extends DigestContract {

  @TempDir Path folder;

  @Override
  protected History open() {
    return SqliteHistory.open(folder.resolve("history.db"));
  }
}
