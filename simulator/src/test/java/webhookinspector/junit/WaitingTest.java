package webhookinspector.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import webhookinspector.faults.Fault;
import webhookinspector.subscription.Filter;

class WaitingTest {

  private static final Duration SHORT = Duration.ofMillis(50);

  @RegisterExtension
  final AsanaSimulator asana =
      AsanaSimulator.perMethod().with(each -> each.withBatchWindow(Duration.ofMillis(20)));

  @RegisterExtension
  final AsanaSimulator stopped =
      AsanaSimulator.perMethod().stoppedAt(Instant.parse("2026-06-12T08:30:00Z"));

  private final Target target = Target.answering(200, "");

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void endsWhenTheDeliveryArrived() {
    asana.createWebhook(asana.project(), target.uri());
    asana.createTask(asana.project(), "Fix login");
    assertThat(asana.awaitDelivered(1)).isNotEmpty();
    asana.awaitNothingWaiting();
    assertThat(asana.awaitAttempts(3)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void letsOnlyThroughWhatTheFiltersSay() {
    asana.createWebhook(
        asana.project(), target.uri(), Filter.parse("resource_type=task,action=deleted"));
    asana.createTask(asana.project(), "Fix login");
    assertThat(asana.simulator().waiting()).isZero();
  }

  @Test
  void countsOnlyWhatIsAcceptedAgainAfterAFault() {
    stopped.createWebhook(stopped.project(), target.uri());
    stopped.advance(Duration.ofSeconds(1));
    stopped.inject(Fault.unreachable());
    stopped.createTask(stopped.project(), "Fix login");
    stopped.advance(Duration.ofMinutes(1));
    assertThat(stopped.delivered()).isEmpty();
    stopped.behave();
    stopped.advance(Duration.ofMinutes(3));
    assertThat(stopped.awaitDelivered(1, SHORT)).hasSize(1);
  }

  @Test
  void playsAWholeBadDay() {
    stopped.createWebhook(stopped.project(), target.uri());
    stopped.play("webhook-deleted-overnight");
    stopped.advance(Duration.ofHours(37));
    assertThat(stopped.webhooks()).isEmpty();
    assertThatThrownBy(() -> stopped.play("sunny")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysThatThereIsNoWebhook() {
    assertThatThrownBy(() -> asana.awaitDelivered(1, SHORT))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "delivered: 0 (expected: at least 1 delivery within 0.05 s of real time); there is no"
                + " webhook: create one first; no attempt yet in this test");
  }

  @Test
  void saysThatTheClockStandsStill() {
    stopped.createWebhook(stopped.project(), target.uri());
    stopped.createTask(stopped.project(), "Fix login");
    assertThatThrownBy(() -> stopped.awaitDelivered(2, SHORT))
        .hasMessageContaining("at least 2 deliveries")
        .hasMessageContaining("the clock stands still at 2026-06-12T08:30:00.000Z: call advance(")
        .hasMessageContaining("last attempt: 1 handshake to ");
    assertThatThrownBy(() -> stopped.awaitNothingWaiting(SHORT))
        .hasMessageContaining("(expected: no event waiting for delivery within 0.05 s");
    stopped.advance(Duration.ofSeconds(2));
    stopped.awaitNothingWaiting(SHORT);
  }
}
