package webhookinspector.history.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prepared commands of one connection, each prepared once. For one thread at a time. */
final class Sql implements AutoCloseable {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Runs a command that changes something. */
  void run(String command, @Nullable Object... values) throws SQLException {
    bound(command, values).executeUpdate();
  }

  /** A query; close the rows before running it again. */
  ResultSet query(String query, @Nullable Object... values) throws SQLException {
    return bound(query, values).executeQuery();
  }

  private PreparedStatement bound(String command, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = prepared.get(command);
    if (statement == null) {
      statement = connection.prepareStatement(command);
      prepared.put(command, statement);
    }
    bind(statement, values);
    return statement;
  }

  static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
  }

  /** The first column of the first row. */
  static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
