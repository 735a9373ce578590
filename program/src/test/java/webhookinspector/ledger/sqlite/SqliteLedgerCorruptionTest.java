package webhookinspector.ledger.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Damaged;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.Samples;
import webhookinspector.storage.StorageRefused;

/** Random damage to a file, again and again: refused, or left out, but never served as it is. */
@ExtendWith(Quiet.class)
class SqliteLedgerCorruptionTest {

  private static final int DAMAGES = 60;

  @TempDir Path folder;
  private final Random random = new Random(2026);
  private final Map<DeliveryId, Judged> truth = new HashMap<>();

  @Test
  void neverServesADamagedBodyAsGood() throws Exception {
    byte[] whole = keepSomething();
    var outcomes = new HashMap<String, Integer>();
    for (int i = 0; i < DAMAGES; i++) {
      Path file = Files.createDirectory(folder.resolve("d" + i)).resolve("ledger.db");
      Files.write(file, damaged(whole, i % 3));
      outcomes.merge(readAll(file), 1, Integer::sum);
    }
    System.out.println("of " + DAMAGES + " damaged files: " + outcomes);
    assertThat(outcomes).containsKey("refused").containsKey("served what is whole");
  }

  private byte[] keepSomething() throws Exception {
    Path file = folder.resolve("ledger.db");
    var samples = new Samples(3);
    try (var ledger = open(file)) {
      for (int i = 0; i < 60; i++) {
        Judged judged = samples.believed(i * 250);
        truth.put(judged.id(), judged);
        ledger.append(judged);
      }
    }
    return Files.readAllBytes(file);
  }

  private byte[] damaged(byte[] whole, int manner) {
    byte[] bytes = whole.clone();
    int at = random.nextInt(bytes.length);
    switch (manner) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> {
        byte[] garbage = new byte[Math.min(512, bytes.length - at)];
        random.nextBytes(garbage);
        System.arraycopy(garbage, 0, bytes, at, garbage.length);
      }
      default -> bytes = Arrays.copyOf(bytes, at);
    }
    return bytes;
  }

  private String readAll(Path file) throws Exception {
    try (var ledger = open(file)) {
      List<Entry> entries = new ArrayList<>();
      for (List<Entry> page = ledger.read(Position.START, 100, Duration.ZERO);
          !page.isEmpty();
          page = ledger.read(page.getLast().position(), 100, Duration.ZERO)) {
        entries.addAll(page);
      }
      for (Entry entry : entries) {
        Judged read = ((Entry.Kept) entry).judged();
        Judged came = truth.get(read.id());
        assertThat(came == null || came.delivery().body().equals(read.delivery().body())).isTrue();
      }
      return entries.size() == truth.size() ? "served everything" : "served what is whole";
    } catch (StorageRefused _) {
      return "refused";
    } catch (Damaged _) {
      return "refused while reading";
    }
  }

  private static SqliteLedger open(Path file) {
    return SqliteLedger.open(file, LedgerSettings.DEFAULTS, InstantSource.system());
  }
}
