package webhookinspector.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;

/**
 * What watchers are told. Each has a {@code type} in JSON; the component names are the JSON names.
 */
public sealed interface Line {

  /** A delivery or handshake that was kept, or one that was judged again. */
  record OfDelivery(DeliveryLine delivery) implements Line {}

  /**
   * Something an operator should know.
   *
   * @param topic as in {@link webhookinspector.registry.Alert}
   * @param level {@code good}, {@code warn}, {@code alarm} or {@code critical}
   */
  record OfAlert(Instant at, @Nullable String inbox, String topic, String level, String message)
      implements Line {

    /** Worth a look. */
    public OfAlert(Instant at, @Nullable String inbox, String topic, String message) {
      this(at, inbox, topic, "warn", message);
    }
  }

  /** The state of the whole program changed. */
  record OfState(Instant at, State state) implements Line {}

  /** Events may have been missed, or it is known now until when. */
  record OfGap(Gap gap) implements Line {}

  /**
   * A kept delivery was sent somewhere.
   *
   * @param delivery its id
   * @param target the address, without a password
   * @param status the HTTP status that came back, or a command's exit code, or null when none came
   * @param millis how long it took
   * @param because what went wrong, or null
   * @param source {@code replay}, {@code forward} or {@code relay}
   * @param marker what the copy said about itself: the delivery's id, and behind a semicolon what
   *     is not as it came
   * @param replay the id of the replay of many that it belongs to, or null
   * @param answerBody how the body of its answer begins, at most 500 characters, or null when there
   *     was none; may hold anything that a stranger wants us to show
   */
  record OfAttempt(
      Instant at,
      String delivery,
      String target,
      @Nullable Integer status,
      long millis,
      @Nullable String because,
      String source,
      String marker,
      @Nullable String replay,
      @Nullable String answerBody)
      implements Line {

    /** One that brought back no body. */
    public OfAttempt(
        Instant at,
        String delivery,
        String target,
        @Nullable Integer status,
        long millis,
        @Nullable String because,
        String source,
        String marker,
        @Nullable String replay) {
      this(at, delivery, target, status, millis, because, source, marker, replay, null);
    }

    /** Whether it went to a command, whose status is its exit code. */
    public boolean isCommand() {
      return target.startsWith("exec ");
    }

    /** Whether it was taken: 200 or 204, as Asana counts (webhooks guide); of a command, 0. */
    public boolean taken() {
      if (status == null) {
        return false;
      }
      return isCommand() ? status == 0 : status == 200 || status == 204;
    }

    /** Whether body or signature were not those that came. */
    public boolean synthetic() {
      return !marker.equals(delivery);
    }
  }

  /** A replay of many deliveries begins, goes on, or is over. */
  record OfReplay(ReplayLine replay) implements Line {}
}
