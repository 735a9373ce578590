package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Inbox;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.trust.Secret;

/** Senders who take their time, with deadlines a fifth of the real ones (threats C1 to C4). */
class SlowPeersTest {

  private static final Secret SECRET = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final int CAP = 100;

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Door door;
  private Inbox inbox;

  @BeforeEach
  void open() {
    var settings =
        new ReceiverSettings(
            "127.0.0.1",
            0,
            1 << 20,
            CAP,
            Duration.ofSeconds(1),
            Duration.ofMillis(1_600),
            1_000,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            null);
    door = Door.open(folder, settings);
    inbox = door.settledInbox(SECRET);
  }

  @AfterEach
  void close() {
    threads.close();
    door.close();
  }

  @Test
  void loseTheirConnectionWhenTheirHeadDoesNotEnd() throws Exception {
    List<Future<Duration>> slow = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      slow.add(
          threads.submit(() -> drip("POST " + Door.path(inbox) + " HTTP/1.1\r\nX-Slow: ", 100)));
    }
    assertThat(valid(50)).isLessThan(Duration.ofMillis(500));
    for (Future<Duration> one : slow) {
      assertThat(one.get()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(3));
    }
  }

  @Test
  void loseTheirConnectionWhenTheSecondHeadDoesNotEnd() throws Exception {
    try (Wire wire = Wire.to(door.port())) {
      wire.send(Door.signed(inbox, SECRET, "{}"));
      assertThat(wire.answer().status()).isEqualTo(200);
      wire.send("POST ");
      assertThat(wire.closes()).isTrue();
    }
  }

  @Test
  void loseTheirConnectionWhenTheirBodyDoesNotEnd() throws Exception {
    List<Future<Duration>> slow = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      slow.add(
          threads.submit(
              () ->
                  drip(
                      "POST "
                          + Door.path(inbox)
                          + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n",
                      100)));
    }
    for (Future<Duration> one : slow) {
      assertThat(one.get()).isBetween(Duration.ofMillis(1_400), Duration.ofSeconds(4));
    }
    assertThat(door.kept(inbox)).isEmpty();
  }

  @Test
  void keepTheirConnectionWhenTheyAreOnlyQuiet() throws Exception {
    try (Wire wire = Wire.to(door.port())) {
      wire.send(Door.signed(inbox, SECRET, "{}"));
      assertThat(wire.answer().status()).isEqualTo(200);
      wire.patience(2_500);
      assertThat(wire.closes()).isFalse();
      wire.send(Door.signed(inbox, SECRET, "{}"));
      assertThat(wire.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void loseTheirConnectionWhenTheyDoNotTakeOurAnswers() throws Exception {
    byte[] many = Door.post(Door.path(inbox), "").repeat(500).getBytes(StandardCharsets.US_ASCII);
    try (Wire wire = Wire.to(door.port())) {
      Future<Boolean> closed =
          threads.submit(
              () -> {
                try {
                  while (true) {
                    wire.send(many); // until our answers fill both sockets' buffers
                  }
                } catch (IOException e) {
                  return true;
                }
              });
      assertThat(closed.get()).isTrue();
    }
    await().untilAsserted(() -> assertThat(door.receiver.connections()).isZero());
  }

  @Test
  void makeWayForNewcomersWhenThereAreTooMany() throws Exception {
    var slow = new ArrayList<Wire>();
    try {
      for (int i = 0; i < 3 * CAP; i++) {
        Wire wire = Wire.to(door.port());
        wire.send("POST ");
        slow.add(wire);
      }
      assertThat(valid(50)).isLessThan(Duration.ofSeconds(1));
      await().untilAsserted(() -> assertThat(door.receiver.connections()).isLessThanOrEqualTo(CAP));
      assertThat(door.receiver.turnedAway()).isGreaterThanOrEqualTo(2 * CAP);
    } finally {
      for (Wire wire : slow) {
        wire.close();
      }
    }
  }

  /** The longest wait for an answer to so many deliveries, each on a connection of its own. */
  private Duration valid(int count) throws IOException {
    long longest = 0;
    for (int i = 0; i < count; i++) {
      long began = System.nanoTime();
      assertThat(Wire.ask(door.port(), Door.signed(inbox, SECRET, "{}")).status()).isEqualTo(200);
      longest = Math.max(longest, System.nanoTime() - began);
    }
    return Duration.ofNanos(longest);
  }

  /** Sends one more byte again and again until the other side closes, and tells when that was. */
  private Duration drip(String start, int everyMillis) throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (Wire wire = Wire.to(door.port())) {
      wire.send(start);
      wire.patience(everyMillis);
      while (!wire.closes()) {
        wire.send("x");
      }
    } catch (IOException e) {
      // closed while we wrote
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
