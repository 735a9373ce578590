package webhookinspector.history.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of the history. There are no migrations: another version is built anew. */
final class Schema {

  /** Kept in the file as {@code user_version}. */
  static final int VERSION = 6;

  private Schema() {}

  static int versionOf(Connection connection) throws SQLException {
    return Sql.number(connection, "PRAGMA user_version");
  }

  /** In an empty file, all or nothing. */
  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
      statement.execute("VACUUM"); // the log is on already, so only this makes it so
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String command : commands()) {
        statement.execute(command);
      }
      statement.execute("PRAGMA user_version = " + VERSION);
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static String[] commands() {
    try (InputStream in = Schema.class.getResourceAsStream("schema.sql")) {
      if (in == null) {
        throw new AssertionError("schema.sql is missing beside " + Schema.class);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll("--.*", "").strip().split(";");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
