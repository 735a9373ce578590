package webhookinspector.alerts;

import java.time.Duration;
import java.util.Locale;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Outcome;
import webhookinspector.egress.Outgoing;
import webhookinspector.egress.Target;
import webhookinspector.feed.LineJson;
import webhookinspector.registry.Alert;

/**
 * Posts alerts to a webhook of the operator's as {@code {"text": …}}, which Slack, Mattermost and
 * others take. Its address is as good as a password, so only its host is ever shown.
 */
public final class ChatSink implements Sink {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  /** After a failure that may pass. */
  private static final Duration[] PAUSES = {Duration.ofSeconds(2), Duration.ofSeconds(10)};

  private final Target target;
  private final Outbound outbound;
  private final Pause pause;

  /** Lets time pass between two tries. */
  interface Pause {
    void rest(Duration time) throws InterruptedException;
  }

  public ChatSink(Target target, Outbound outbound) {
    this(target, outbound, Thread::sleep);
  }

  ChatSink(Target target, Outbound outbound, Pause pause) {
    this.target = target;
    this.outbound = outbound;
    this.pause = pause;
  }

  @Override
  public String name() {
    return target.authority();
  }

  @Override
  public void pass(Alert alert) throws NotPassed, InterruptedException {
    String json = LineJson.object(out -> out.writeStringProperty("text", text(alert)));
    var outgoing =
        new Outgoing(
            Headers.of("Content-Type", "application/json", "User-Agent", "webhook-inspector"),
            Body.of(json));
    Outcome outcome = outbound.send(target, outgoing, DEADLINE);
    for (Duration rest : PAUSES) {
      if (outcome.taken() || !mayPass(outcome)) {
        break;
      }
      pause.rest(rest);
      outcome = outbound.send(target, outgoing, DEADLINE);
    }
    if (!outcome.taken()) {
      throw new NotPassed(outcome.summary());
    }
  }

  private static boolean mayPass(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> answered.status() == 429 || answered.status() >= 500;
      case Outcome.Failed _ -> true;
      case Outcome.Denied _ -> false;
    };
  }

  /** Escaped as Slack wants it, so that no name can mention everybody or hide a link. */
  private static String text(Alert alert) {
    String level = alert.level().word().toUpperCase(Locale.ROOT);
    String text = level + " " + alert.topic() + ": " + alert.message();
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
