package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;
import webhookinspector.feed.LineReader;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.sqlite.SqliteOutbox;

/** Against a folder that the demo has filled, and a target that remembers what it got. */
class ReplayCommandTest {

  private record Got(String signature, String copyOf, Body body) {}

  @TempDir static Path folder;

  private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
  private HttpServer target;
  private int status = 200;

  @BeforeAll
  static void arrive() {
    Typed demo = typed("demo", "--for", "2s", "--receiver-port", "0", "--admin-port", "0");
    assertThat(demo.exit()).as(demo.err()).isZero();
  }

  @BeforeEach
  void listen() throws IOException {
    target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/",
        exchange -> {
          got.add(
              new Got(
                  exchange.getRequestHeaders().getFirst("X-Hook-Signature"),
                  exchange.getRequestHeaders().getFirst("X-Inspector-Copy-Of"),
                  Body.wrapping(exchange.getRequestBody().readAllBytes())));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    target.start();
  }

  @AfterEach
  void stop() {
    target.stop(0);
  }

  private static Typed typed(String... words) {
    var all = new java.util.ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.resolve("data").toString(), "--output", "json"));
    return Typed.line(all.toArray(String[]::new));
  }

  private String address() {
    return "http://127.0.0.1:" + target.getAddress().getPort() + "/hook";
  }

  @Test
  void sendsTheVeryBytesWithTheVerySignature() throws Exception {
    Typed replay = typed("replay", "2", "--to", address());
    assertThat(replay.exit()).as(replay.err()).isZero();
    Got copy = got.poll(5, TimeUnit.SECONDS);
    var line = LineReader.parse(typed("list", "--before", "3", "--limit", "1").out());
    assertThat(copy.body().sha256()).isEqualTo(line.path("sha256").asString());
    assertThat(copy.copyOf()).isEqualTo(line.path("id").asString());
    assertThat(copy.signature()).matches("[0-9a-f]{64}");
    assertThat(LineReader.parse(replay.out()).path("status").asInt()).isEqualTo(200);
  }

  @Test
  void saysNoWhenTheTargetDoes() {
    status = 500;
    Typed replay = typed("replay", "2", "--to", address());
    assertThat(replay.exit()).isEqualTo(Exit.NO);
    assertThat(LineReader.parse(replay.out()).path("status").asInt()).isEqualTo(500);
  }

  @Test
  void leavesAnAttemptBehind() {
    typed("replay", "2", "--to", address());
    var id = new DeliveryId(got.remove().copyOf());
    try (var outbox = SqliteOutbox.open(folder.resolve("data/outbox.db"))) {
      Attempt attempt = outbox.attemptsOf(id, 1).getFirst();
      assertThat(attempt.target()).isEqualTo(address());
      assertThat(attempt.status()).isEqualTo(200);
      assertThat(attempt.source()).isEqualTo(Attempt.Source.REPLAY);
      assertThat(attempt.marker()).isEqualTo(id.text());
    }
  }

  @Test
  void saysWhenNobodyListens() {
    target.stop(0);
    Typed replay = typed("replay", "2", "--to", address());
    assertThat(replay.exit()).isEqualTo(Exit.NO);
    assertThat(replay.out()).contains("nothing listens");
  }

  @Test
  void sendsNothingWhereNothingMayGo() {
    for (String denied :
        List.of(
            "http://169.254.169.254/",
            "http://10.0.0.1/",
            "ftp://x/",
            "http://2130706433/",
            "http://[::ffff:10.0.0.1]/")) {
      Typed replay = typed("replay", "2", "--to", denied);
      assertThat(replay.exit()).as(denied).isEqualTo(Exit.USAGE);
      assertThat(replay.err()).as(denied).startsWith("target: ");
    }
  }

  @Test
  void canBeExplainedBeforehand() {
    Typed explain = typed("explain", "2");
    assertThat(explain.exit()).as(explain.err()).isZero();
    var told = LineReader.parse(explain.out());
    assertThat(told.path("delivery").path("position").asLong()).isEqualTo(2);
    assertThat(told.path("cause").isNull()).isTrue();
    assertThat(told.path("paragraphs").size()).isGreaterThanOrEqualTo(3);
    assertThat(typed("explain", "zzz").exit()).isEqualTo(Exit.NO);
  }

  @Test
  void doesNotSendAHandshake() {
    Typed replay = typed("replay", "1", "--to", address());
    assertThat(replay.exit()).isEqualTo(Exit.USAGE);
    assertThat(got).isEmpty();
  }
}
