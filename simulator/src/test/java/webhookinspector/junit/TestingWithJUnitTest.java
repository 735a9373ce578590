package webhookinspector.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import webhookinspector.event.Ref;
import webhookinspector.sender.Attempt;
import webhookinspector.subscription.Webhook;

/** The example of docs/testing-with-junit.md. */
class TestingWithJUnitTest {

  @RegisterExtension
  final AsanaSimulator asana =
      AsanaSimulator.perMethod().stoppedAt(Instant.parse("2026-06-12T08:30:00Z"));

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private HttpServer receiver;

  @BeforeEach
  void startTheReceiver() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/hook", this::receive);
    receiver.start();
  }

  @AfterEach
  void stopTheReceiver() {
    receiver.stop(0);
  }

  /** Put your own receiver here, in any language: Asana only sees its address. */
  private void receive(HttpExchange exchange) throws IOException {
    String secret = exchange.getRequestHeaders().getFirst("X-Hook-Secret");
    if (secret != null) {
      exchange.getResponseHeaders().add("X-Hook-Secret", secret);
    } else {
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
    exchange.sendResponseHeaders(secret == null ? status : 200, -1);
    exchange.close();
  }

  private URI target() {
    return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
  }

  @Test
  void hearsOfANewTask() {
    asana.createWebhook(asana.project(), target());
    Ref task = asana.createTask(asana.project(), "Fix login");
    asana.advance(Duration.ofSeconds(2));

    assertThat(asana.awaitDelivered(1)).hasSize(1);
    assertThat(bodies).anyMatch(body -> body.contains(task.gid()));
  }

  @Test
  void catchesUpAfterAnOutage() {
    asana.createWebhook(asana.project(), target());
    asana.advance(Duration.ofSeconds(1)); // the first heartbeat
    status = 503;
    asana.createTask(asana.project(), "Fix login");
    asana.advance(Duration.ofHours(3));
    assertThat(asana.attempts()).last().matches(attempt -> !attempt.delivered());

    status = 200;
    asana.advance(Duration.ofHours(1));
    asana.awaitNothingWaiting();
    assertThat(asana.attempts()).last().matches(Attempt::delivered);
  }

  @Test
  void losesItsWebhookAfterADayOfFailures() {
    Webhook webhook = asana.createWebhook(asana.project(), target());
    status = 500;
    asana.advance(Duration.ofHours(33)); // a heartbeat within 8 h, and 24 h of failures
    assertThat(asana.webhooks()).doesNotContain(webhook).isEmpty();
  }
}
