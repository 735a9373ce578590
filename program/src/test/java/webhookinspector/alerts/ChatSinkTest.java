package webhookinspector.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;
import webhookinspector.egress.socket.SocketOutbound;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;

class ChatSinkTest {

  private static final Alert ALERT =
      new Alert(
          Instant.parse("2026-06-12T12:00:00Z"),
          null,
          "webhook-gone",
          Level.CRITICAL,
          "<!channel> a & b \"quoted\"");

  private final Deque<Integer> answers = new ConcurrentLinkedDeque<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<Duration> rests = new ArrayList<>();
  private HttpServer chat;

  @BeforeEach
  void open() throws IOException {
    chat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    chat.createContext(
        "/services/secret-path",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          Integer next = answers.poll();
          exchange.sendResponseHeaders(next == null ? 200 : next, -1);
          exchange.close();
        });
    chat.start();
  }

  @AfterEach
  void close() {
    chat.stop(0);
  }

  @Test
  void postsTextThatCannotMentionAnybody() throws Exception {
    sink().pass(ALERT);

    assertThat(bodies)
        .containsExactly(
            "{\"text\":\"CRITICAL webhook-gone: &lt;!channel&gt; a &amp; b \\\"quoted\\\"\"}");
  }

  @Test
  void triesAgainWhereThatMayHelp() throws Exception {
    answers.addAll(List.of(503, 429));
    sink().pass(ALERT);

    assertThat(bodies).hasSize(3);
    assertThat(rests).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(10));
  }

  @Test
  void givesUpAtOnceWhereItIsRefusedAndNeverShowsTheAddress() {
    answers.add(404);
    assertThatThrownBy(() -> sink().pass(ALERT))
        .isInstanceOf(Sink.NotPassed.class)
        .hasMessageStartingWith("answered 404");
    assertThat(bodies).hasSize(1);
    assertThat(sink().name()).isEqualTo("127.0.0.1:" + chat.getAddress().getPort());
  }

  @Test
  void goesNoOtherWayThanThePolicyAllows() {
    var outbound = new SocketOutbound(new TargetPolicy(Set.of(), List.of()));
    var metadata = new ChatSink(Target.parse("http://169.254.169.254/services/x"), outbound);
    assertThatThrownBy(() -> metadata.pass(ALERT))
        .isInstanceOf(Sink.NotPassed.class)
        .hasMessageContaining("not sent: 169.254.169.254");
  }

  private ChatSink sink() {
    var target =
        Target.parse("http://127.0.0.1:" + chat.getAddress().getPort() + "/services/secret-path");
    var outbound = new SocketOutbound(new TargetPolicy(Set.of(), List.of()));
    return new ChatSink(target, outbound, rests::add);
  }
}
