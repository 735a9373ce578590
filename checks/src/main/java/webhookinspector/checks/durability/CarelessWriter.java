package webhookinspector.checks.durability;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Random;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;

/**
 * The control of the power-cut check: keeps rows in the same table, but with {@code synchronous =
 * NORMAL}, and promises each as the receiver would. A proof that does not catch this one proves
 * nothing.
 */
final class CarelessWriter {

  private CarelessWriter() {}

  /**
   * @param args the ledger's file and how many rows
   */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    SqliteLedger.open(file, LedgerSettings.DEFAULTS, InstantSource.system()).close();
    var ids = new DeliveryIds(InstantSource.system(), new Random(5));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      execute(connection, "PRAGMA journal_mode = WAL");
      execute(connection, "PRAGMA synchronous = NORMAL");
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        String id = ids.next().text();
        insert(connection, i + 1, id, Promise.body(i, 1_000).toBytes());
        System.out.write(
            ("HTTP/1.1 200 OK\r\nX-Delivery-Id: " + id + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        System.out.flush();
      }
      Runtime.getRuntime().halt(0); // closing would sync
    }
  }

  private static void insert(Connection connection, long position, String id, byte[] body)
      throws Exception {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO delivery (position, id, inbox, source, received_at, answer, handshake, word,"
                + " because, believable, headers, sha256, body)"
                + " VALUES (?, ?, 'ads', 'webhook', 0, 200, 0, 'authentic', '', 1, x'', ?, ?)")) {
      insert.setLong(1, position);
      insert.setString(2, id);
      insert.setBytes(3, MessageDigest.getInstance("SHA-256").digest(body));
      insert.setBytes(4, body);
      insert.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
