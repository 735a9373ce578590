package webhookinspector.backup.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;
import webhookinspector.backup.BadBackup;
import webhookinspector.backup.Databases;
import webhookinspector.storage.sqlite.Trouble;

/**
 * Copies by {@code VACUUM INTO}: one read transaction, so a copy is of one moment and holds all
 * that was committed before it. It holds up no writer.
 */
public final class SqliteDatabases implements Databases {

  private static final int PATIENCE_MILLIS = 10_000;

  private final Map<String, Integer> newest;

  /**
   * @param newest of each file's schemas that this program knows, by the name of the file
   */
  public SqliteDatabases(Map<String, Integer> newest) {
    this.newest = Map.copyOf(newest);
  }

  @Override
  public void copy(Path from, Path to) throws IOException {
    try (Connection connection = open(from, false);
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, to.toString());
      vacuum.execute();
    } catch (SQLException e) {
      throw new IOException("cannot copy " + Trouble.with(from, e), e);
    }
  }

  @Override
  public SortedMap<String, Long> check(Path file) throws IOException {
    try (Connection connection = open(file, true)) {
      List<String> found = texts(connection, "PRAGMA integrity_check(1)");
      if (!found.equals(List.of("ok"))) {
        throw new BadBackup(file.getFileName() + ": " + found.getFirst() + " (expected: ok)");
      }
      refuseNewer(file, Integer.parseInt(texts(connection, "PRAGMA user_version").getFirst()));
      var rows = new TreeMap<String, Long>();
      for (String table : tables(connection)) {
        String quoted = '"' + table.replace("\"", "\"\"") + '"';
        rows.put(
            table, Long.valueOf(texts(connection, "SELECT count(*) FROM " + quoted).getFirst()));
      }
      return rows;
    } catch (SQLException e) {
      throw new BadBackup(
          file.getFileName() + ": no database of ours (expected: one): " + e.getMessage());
    }
  }

  private void refuseNewer(Path file, int version) {
    String name = String.valueOf(file.getFileName());
    int known = newest.getOrDefault(name, Integer.MAX_VALUE);
    if (version > known) {
      throw new BadBackup(
          name
              + ": made by a newer version of this program (schema "
              + version
              + ", expected: at most "
              + known
              + "); restore it with that version");
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return texts(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
    }
    return texts;
  }

  /**
   * @param alone whether nobody else has it open; then no companion files are made beside it
   */
  private static Connection open(Path file, boolean alone) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(PATIENCE_MILLIS);
    String options = alone ? "?immutable=1" : "";
    return config.createConnection(
        "jdbc:sqlite:"
            + (alone ? "file:" + file.toAbsolutePath().toUri().getRawPath() : file)
            + options);
  }
}
