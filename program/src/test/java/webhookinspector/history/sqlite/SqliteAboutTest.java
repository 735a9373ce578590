package webhookinspector.history.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.history.AboutContract;
import webhookinspector.history.History;

class SqliteAboutTest extends AboutContract {

  @TempDir Path folder;

  @Override
  protected History open() {
    return SqliteHistory.open(folder.resolve("history.db"));
  }
}
