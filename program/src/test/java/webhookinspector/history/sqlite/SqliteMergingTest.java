package webhookinspector.history.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.history.History;
import webhookinspector.history.MergingContract;

class SqliteMergingTest extends MergingContract {

  @TempDir Path folder;

  @Override
  protected History open() {
    return SqliteHistory.open(folder.resolve("history.db"));
  }
}
