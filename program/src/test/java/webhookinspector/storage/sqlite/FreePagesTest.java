package webhookinspector.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreePagesTest {

  private static final int PAGE = 4_096;

  @TempDir Path folder;

  private Connection half(Path file, String vacuum) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = " + PAGE);
      statement.execute("PRAGMA auto_vacuum = " + vacuum);
      statement.execute("CREATE TABLE heap (id INTEGER PRIMARY KEY, bytes BLOB)");
      statement.execute(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
              + " INSERT INTO heap SELECT i, zeroblob(4000) FROM n");
      statement.execute("DELETE FROM heap WHERE id <= 1000");
    }
    return connection;
  }

  @Test
  void areGivenBackAsManyAtATimeAsAskedFor() throws Exception {
    Path file = folder.resolve("heap.db");
    try (Connection connection = half(file, "INCREMENTAL")) {
      long before = Files.size(file);
      assertThat(FreePages.giveBack(connection, 256)).isTrue();
      assertThat(before - Files.size(file)).isBetween(256L * PAGE, 260L * PAGE);
      int steps = 1;
      while (FreePages.giveBack(connection, 256)) {
        steps++;
      }
      assertThat(steps).isLessThan(6);
      assertThat(Files.size(file)).isLessThan(before * 6 / 10);
    }
  }

  @Test
  void stayWhereTheFileWasMadeToKeepThem() throws Exception {
    Path file = folder.resolve("heap.db");
    try (Connection connection = half(file, "NONE")) {
      long before = Files.size(file);
      assertThat(FreePages.giveBack(connection, 256)).isFalse();
      assertThat(file).hasSize(before);
    }
  }
}
