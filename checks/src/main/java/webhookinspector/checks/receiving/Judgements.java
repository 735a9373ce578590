package webhookinspector.checks.receiving;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How the deliveries in a ledger that nobody holds were judged.
 *
 * @param believable what counts as Asana's word
 * @param others in the quarantine
 */
record Judgements(int believable, int others) {

  static Judgements in(Path ledgerFile) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + ledgerFile);
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT ifnull(sum(believable), 0), ifnull(sum(1 - believable), 0) FROM delivery")) {
      return new Judgements(row.getInt(1), row.getInt(2));
    }
  }
}
