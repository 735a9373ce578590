package webhookinspector.checks.upgrade;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every value of a database file.
 *
 * @param tables each with its rows, a row by its columns
 * @param schema {@code user_version}
 * @param described its tables and indices as SQL, blanks aside
 */
record Contents(
    Map<String, List<Map<String, String>>> tables, int schema, Map<String, String> described) {

  static Contents of(Path file) throws SQLException {
    try (Connection connection = Fixture.connect(file)) {
      var described = new TreeMap<String, String>();
      var tables = new TreeMap<String, List<Map<String, String>>>();
      for (Map<String, String> row : rows(connection, "SELECT * FROM sqlite_schema")) {
        String name = row.getOrDefault("name", "");
        if (!name.startsWith("sqlite_")) {
          described.put(name, text(row.getOrDefault("sql", "")).replaceAll("\\s+|--.*", ""));
          if (text(row.getOrDefault("type", "")).equals("table")) {
            tables.put(text(name), rows(connection, "SELECT * FROM \"" + text(name) + '"'));
          }
        }
      }
      int schema =
          Integer.parseInt(
              text(rows(connection, "PRAGMA user_version").getFirst().values().iterator().next()));
      return new Contents(tables, schema, described);
    }
  }

  private static List<Map<String, String>> rows(Connection connection, String sql)
      throws SQLException {
    var rows = new ArrayList<Map<String, String>>();
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        var values = new TreeMap<String, String>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
          values.put(row.getMetaData().getColumnName(column), value(row.getObject(column)));
        }
        rows.add(values);
      }
    }
    return rows;
  }

  private static String value(Object value) {
    return value instanceof byte[] bytes ? "x" + HexFormat.of().formatHex(bytes) : "=" + value;
  }

  private static String text(String value) {
    return value.startsWith("=") ? value.substring(1) : value;
  }

  /** How many values another one holds otherwise, or not any more; new columns do not count. */
  int lostIn(Contents later) {
    int lost = 0;
    for (Map.Entry<String, List<Map<String, String>>> table : tables.entrySet()) {
      List<Map<String, String>> kept = later.tables.getOrDefault(table.getKey(), List.of());
      for (int i = 0; i < table.getValue().size(); i++) {
        Map<String, String> row = i < kept.size() ? kept.get(i) : Map.of();
        for (Map.Entry<String, String> value : table.getValue().get(i).entrySet()) {
          lost += value.getValue().equals(row.get(value.getKey())) ? 0 : 1;
        }
      }
    }
    return lost;
  }

  int values() {
    return tables.values().stream().flatMap(List::stream).mapToInt(Map::size).sum();
  }
}
