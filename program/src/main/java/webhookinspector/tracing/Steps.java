package webhookinspector.tracing;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.Calls;
import webhookinspector.feed.Line;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.intake.Acks;

/** Makes steps of what the rooms tell. */
public final class Steps implements Acks, Calls, Consumer<Line> {

  private final InstantSource clock;
  private final Consumer<Step> steps;

  /**
   * @param steps must return at once and never throw, for it stands on the ack path
   */
  public Steps(InstantSource clock, Consumer<Step> steps) {
    this.clock = clock;
    this.steps = steps;
  }

  /** Strangers leave no traces; who could not be served does. */
  @Override
  public void answered(int status, @Nullable DeliveryId id, long nanos) {
    if (id != null || status >= 500) {
      Duration took = Duration.ofNanos(nanos);
      String failure = status >= 500 ? "answered " + status : null;
      steps.accept(
          new Step(
              Step.FIRST,
              id,
              clock.instant().minus(took),
              took,
              Map.of("http.response.status_code", "" + status),
              failure));
    }
  }

  @Override
  public void called(String call, int status, Duration took) {
    String failure = status == 0 ? "no answer" : status >= 400 ? "answered " + status : null;
    steps.accept(
        new Step(
            "asana " + call,
            null,
            clock.instant().minus(took),
            took,
            Map.of("http.response.status_code", "" + status),
            failure));
  }

  @Override
  public void accept(Line line) {
    switch (line) {
      case Line.OfDelivery(DeliveryLine delivery) -> indexed(delivery);
      case Line.OfAttempt attempt -> sent(attempt);
      default -> {}
    }
  }

  /** From its arrival until views can show it. */
  private void indexed(DeliveryLine delivery) {
    if (!delivery.verdict().equals("authentic")) {
      return;
    }
    Instant began = delivery.receivedAt();
    steps.accept(
        new Step(
            "index",
            new DeliveryId(delivery.id()),
            began,
            Duration.between(began, clock.instant()),
            Map.of(
                "delivery.kind",
                delivery.kind(),
                "delivery.inbox",
                delivery.inbox(),
                "delivery.events",
                "" + delivery.events().size(),
                "delivery.position",
                "" + delivery.position()),
            null));
  }

  private void sent(Line.OfAttempt attempt) {
    Integer status = attempt.status();
    boolean taken = attempt.taken();
    steps.accept(
        new Step(
            attempt.source(),
            new DeliveryId(attempt.delivery()),
            attempt.at(),
            Duration.ofMillis(attempt.millis()),
            Map.of(
                "http.response.status_code",
                "" + (status == null ? 0 : status),
                "server.address",
                host(attempt.target())),
            taken ? null : attempt.because() == null ? "answered " + status : attempt.because()));
  }

  /** Paths and queries of targets may be as good as passwords. */
  private static String host(String target) {
    try {
      String authority = new URI(target).getAuthority();
      return authority == null ? "command" : authority;
    } catch (URISyntaxException e) {
      return "command";
    }
  }
}
