package webhookinspector.storage.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import webhookinspector.storage.StorageRefused;

/**
 * The numbered steps from an empty file to today's tables. Step n is the resource {@code V<n>.sql}
 * beside {@code owner}; {@code PRAGMA user_version} holds the number of the last one that was
 * taken.
 *
 * @param owner a class in the package that holds the resources
 * @param newest number of the last step, at least 1
 */
public record Migrations(Class<?> owner, int newest) {

  /** Refuses a file of a later program before anything in it is touched. */
  void refuseNewer(Path file, int version) {
    if (version > newest) {
      throw new StorageRefused(
          file
              + ": written by a newer version of this program (schema "
              + version
              + ", expected: at most "
              + newest
              + "). Install that version, or choose another folder with --data");
    }
  }

  /**
   * Takes all missing steps in one transaction, so that a crash in the middle leaves the old file.
   * Before a file with content is changed, a copy is put beside it.
   */
  void apply(Path file, Connection connection) throws SQLException {
    int version = version(connection);
    refuseNewer(file, version);
    if (version == newest) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      if (version > 0) {
        backUp(file, statement, version);
      }
      statement.execute("BEGIN IMMEDIATE");
      for (int step = version + 1; step <= newest; step++) {
        for (String sql : statements(step)) {
          statement.execute(sql);
        }
      }
      statement.execute("PRAGMA user_version = " + newest);
      statement.execute("COMMIT");
    }
  }

  static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static void backUp(Path file, Statement statement, int version) throws SQLException {
    Path copy = file.resolveSibling(file.getFileName() + ".schema-" + version);
    try {
      Files.deleteIfExists(copy);
      PrivateFiles.prepare(copy);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + copy, e);
    }
    statement.execute("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
  }

  /** A statement ends with a semicolon at the end of a line. */
  private List<String> statements(int step) {
    String name = "V" + step + ".sql";
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + ": not found beside " + owner.getName());
      }
      return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split(";\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
