package webhookinspector.checks.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file as some schema left it, with rows in each of its tables: the resource {@code
 * ledger-1.sql}.
 */
record Fixture(Store store, int schema) {

  /** One for each schema of each store. */
  static List<Fixture> all() {
    var all = new ArrayList<Fixture>();
    for (Store store : Store.values()) {
      for (int schema = 1; schema <= store.newest(); schema++) {
        all.add(new Fixture(store, schema));
      }
    }
    return all;
  }

  /** The last one of a store. */
  static Fixture newest(Store store) {
    return new Fixture(store, store.newest());
  }

  String name() {
    return store.word() + "-" + schema;
  }

  /** Makes the file in that folder. */
  Path layInto(Path folder) throws IOException, SQLException {
    Path file = folder.resolve(store.word() + ".db");
    try (Connection connection = connect(file);
        var statement = connection.createStatement()) {
      for (String sql : statements()) {
        statement.execute(sql);
      }
    }
    return file;
  }

  static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private List<String> statements() throws IOException {
    String resource = name() + ".sql";
    try (InputStream in = Fixture.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            resource
                + ": missing (expected: a fixture for each schema). Copy the one before it, add"
                + " the new step and rows that use it, and raise user_version");
      }
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(sql.strip().split(";\n"));
    }
  }
}
