package webhookinspector.checks.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.ledger.Damaged;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.storage.StorageRefused;

/**
 * Reads every delivery of damaged ledgers, in a process of its own that damage could bring down.
 */
final class DamagedReader {

  private DamagedReader() {}

  /**
   * Prints a line for each ledger: refused, right, damaged, missing, wrong, wrong without a hash.
   *
   * @param args a file of promises (id, seed, size) and the folders of the ledgers
   */
  public static void main(String[] args) throws Exception {
    List<Promise> promises =
        Files.readAllLines(Path.of(args[0])).stream().map(DamagedReader::promise).toList();
    for (String folder : Arrays.asList(args).subList(1, args.length)) {
      Path file = Path.of(folder, "ledger.db");
      int careless = readWithoutHash(file, promises);
      System.out.println(read(file, promises) + " " + careless);
    }
    Runtime.getRuntime().halt(0);
  }

  private static Promise promise(String line) {
    List<String> words = List.of(line.split(" "));
    return new Promise(words.get(0), Long.parseLong(words.get(1)), Integer.parseInt(words.get(2)));
  }

  private static String read(Path file, List<Promise> promises) {
    int right = 0;
    int damaged = 0;
    int missing = 0;
    int wrong = 0;
    try (var ledger = SqliteLedger.open(file, LedgerSettings.DEFAULTS, InstantSource.system())) {
      for (Promise promise : promises) {
        try {
          var found = ledger.find(new DeliveryId(promise.id()));
          if (found.isEmpty()) {
            missing++;
          } else if (found.get().judged().delivery().body().equals(promise.body())) {
            right++;
          } else {
            wrong++;
          }
        } catch (Damaged _) {
          damaged++;
        }
      }
    } catch (StorageRefused _) {
      return "1 0 0 0 0";
    }
    return "0 " + right + " " + damaged + " " + missing + " " + wrong;
  }

  /** The control: wrong bodies that somebody would hand out who compares no hash. */
  private static int readWithoutHash(Path file, List<Promise> promises) {
    int wrong = 0;
    try (var connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?immutable=1");
        var select = connection.prepareStatement("SELECT body FROM delivery WHERE id = ?")) {
      for (Promise promise : promises) {
        select.setString(1, promise.id());
        try (var row = select.executeQuery()) {
          byte[] body = row.next() ? row.getBytes(1) : null;
          wrong += body != null && !Arrays.equals(body, promise.body().toBytes()) ? 1 : 0;
        }
      }
    } catch (SQLException _) {
      return wrong; // what can be seen to be damaged is not handed out
    }
    return wrong;
  }
}
