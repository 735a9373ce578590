package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Inbox;
import webhookinspector.trust.Secret;

/** Junk beside what counts (threats A1, A7, C10), and the end of the program in between (H14). */
class FloodTest {

  private static final Secret SECRET = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final int FORGERIES = 4_000;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Door door;
  private Inbox inbox;

  @BeforeEach
  void open() {
    door = Door.open(folder);
    inbox = door.settledInbox(SECRET);
  }

  @AfterEach
  void close() {
    threads.close();
    door.close();
  }

  @Test
  void ofForgeriesNeverHurtsAnAuthenticDelivery() throws Exception {
    List<Future<Integer>> forgers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int seed = i;
      forgers.add(threads.submit(() -> forge(new Random(seed), FORGERIES / 8)));
    }
    List<Duration> waits = new ArrayList<>();
    try (Wire wire = Wire.to(door.port())) {
      while (!forgers.stream().allMatch(Future::isDone)) {
        long began = System.nanoTime();
        wire.send(Door.signed(inbox, SECRET, "{\"events\":[]}"));
        assertThat(wire.answer().status()).isEqualTo(200);
        waits.add(Duration.ofNanos(System.nanoTime() - began));
      }
    }
    int refused = 0;
    for (Future<Integer> forger : forgers) {
      refused += forger.get();
    }
    assertThat(refused).isEqualTo(FORGERIES);
    assertThat(waits.stream().sorted().toList().get(waits.size() * 99 / 100))
        .isLessThan(Duration.ofSeconds(1));

    var kept = door.kept(inbox);
    assertThat(kept.stream().filter(j -> j.judgement().believable())).hasSize(waits.size());
    assertThat(kept.stream().filter(j -> !j.judgement().believable()))
        .hasSizeLessThanOrEqualTo(1_000);
  }

  /** Posts so many random signatures and counts the refusals. */
  private int forge(Random random, int count) throws IOException {
    int refused = 0;
    byte[] guess = new byte[32];
    try (Wire wire = Wire.to(door.port())) {
      for (int i = 0; i < count; i++) {
        random.nextBytes(guess);
        String signature = "X-Hook-Signature: " + HexFormat.of().formatHex(guess);
        wire.send(Door.post(Door.path(inbox), "{\"events\":[]}", signature));
        refused += wire.answer().status() == 401 ? 1 : 0;
      }
    }
    return refused;
  }

  @Test
  void thatIsCutShortByTheEndOfTheProgramLosesNoAcknowledgedDelivery() throws Exception {
    var acknowledged = new ArrayList<Future<List<String>>>();
    var stop = new AtomicBoolean();
    for (int i = 0; i < 32; i++) {
      acknowledged.add(threads.submit(() -> deliverUntil(stop)));
    }
    await().until(() -> door.ledger.health().kept() > 500);
    long began = System.nanoTime();
    door.receiver.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
    stop.set(true);

    List<String> kept = door.kept(inbox).stream().map(judged -> judged.id().text()).toList();
    int count = 0;
    for (Future<List<String>> one : acknowledged) {
      assertThat(kept).containsAll(one.get());
      count += one.get().size();
    }
    assertThat(count).isPositive();
  }

  private List<String> deliverUntil(AtomicBoolean stop) {
    var ids = new ArrayList<String>();
    try (Wire wire = Wire.to(door.port())) {
      while (!stop.get()) {
        wire.send(Door.signed(inbox, SECRET, "{\"events\":[]}"));
        Wire.Answer answer = wire.answer();
        assertThat(answer.status()).isIn(200, 503);
        answer.header("X-Delivery-Id").ifPresent(ids::add);
      }
    } catch (IOException e) {
      return ids; // closed: nothing was promised
    }
    return ids;
  }
}
