package webhookinspector.checks.durability;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.ledger.Damaged;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.storage.StorageRefused;

/**
 * How much of what was promised is in a ledger that nobody holds.
 *
 * @param integrity what SQLite's integrity check says; "ok" if all is well
 */
public record Kept(int promised, int lost, int torn, String integrity) {

  public static Kept in(Path ledgerFile, Collection<Promise> promises) throws SQLException {
    int lost = 0;
    int torn = 0;
    try (var ledger =
        SqliteLedger.open(ledgerFile, LedgerSettings.DEFAULTS, InstantSource.system())) {
      for (Promise promise : promises) {
        try {
          Optional<Entry.Kept> found = ledger.find(new DeliveryId(promise.id()));
          lost += found.isEmpty() ? 1 : 0;
          torn += found.isPresent() && !isWhole(found.get(), promise) ? 1 : 0;
        } catch (Damaged _) {
          torn++;
        }
      }
    } catch (StorageRefused e) {
      return new Kept(promises.size(), promises.size(), 0, String.valueOf(e.getMessage()));
    }
    return new Kept(promises.size(), lost, torn, integrity(ledgerFile));
  }

  private static boolean isWhole(Entry.Kept kept, Promise promise) {
    return kept.judged().delivery().body().equals(promise.body());
  }

  private static String integrity(Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var row = statement.executeQuery("PRAGMA integrity_check(1)")) {
      return row.getString(1);
    }
  }

  public boolean everything() {
    return lost == 0 && torn == 0 && integrity.equals("ok");
  }

  @Override
  public String toString() {
    return promised + " acknowledged, " + lost + " lost, " + torn + " torn, integrity " + integrity;
  }
}
