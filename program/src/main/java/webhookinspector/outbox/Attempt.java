package webhookinspector.outbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;

/**
 * One try to send a kept delivery to a target.
 *
 * @param target where to: an address without a password, or a command
 * @param at our clock, when it began
 * @param status the HTTP status that came back, or a command's exit code, or null when none came
 * @param millis how long it took
 * @param because what went wrong, one line, or null
 * @param source who sent it
 * @param marker what the copy said about itself in its marker header, so that it can be found in
 *     the target's log: the delivery's id, unless it was changed on the way
 * @param answerBody how the body of its answer begins, as text, see {@link
 *     webhookinspector.egress.Outcome.Answered#beginning}; null when there was none. May hold
 *     anything that a stranger wants us to show
 */
public record Attempt(
    DeliveryId delivery,
    String target,
    Instant at,
    @Nullable Integer status,
    long millis,
    @Nullable String because,
    Source source,
    String marker,
    @Nullable String answerBody) {

  /** One that brought back no body. */
  public Attempt(
      DeliveryId delivery,
      String target,
      Instant at,
      @Nullable Integer status,
      long millis,
      @Nullable String because,
      Source source,
      String marker) {
    this(delivery, target, at, status, millis, because, source, marker, null);
  }

  /** Who sends. */
  public enum Source {
    /** Somebody wanted it sent again. */
    REPLAY,
    /** Each delivery goes on to that target by itself. */
    FORWARD,
    /** The app at that target answers Asana through us. */
    RELAY;

    /** The word for it in JSON and SQL. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that word. */
    public static Source of(String word) {
      return Arrays.stream(values())
          .filter(source -> source.word().equals(word))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("source: " + word + " (expected: a known one)"));
    }
  }

  /** In front of a target that is a command. */
  public static final String EXEC = "exec ";

  /** Whether the target took it: 200 or 204, as Asana counts (webhooks guide); of a command, 0. */
  public boolean taken() {
    if (status == null) {
      return false;
    }
    return target.startsWith(EXEC) ? status == 0 : status == 200 || status == 204;
  }
}
