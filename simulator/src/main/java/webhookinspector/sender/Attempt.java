package webhookinspector.sender;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/**
 * One POST to a target, as the journal keeps it.
 *
 * @param number from 1, in the order in which the attempts ended
 * @param webhook its gid; null for a handshake, which comes before there is one
 * @param kind handshake, events or heartbeat
 * @param because why it was sent, for a person
 * @param retry 0 for a first try, else the how-manieth retry since the last success
 * @param events numbers of the world's events inside, in their order
 * @param sentAt on the simulator's clock
 * @param took real time until the answer or the end of waiting
 * @param headers of the request, as sent
 * @param body of the request, the very bytes that were signed
 * @param answer what came back
 * @param delivered whether Asana believes that it arrived
 * @param fault the name of the fault that was at work, or null
 */
public record Attempt(
    long number,
    @Nullable String webhook,
    Kind kind,
    URI target,
    String because,
    int retry,
    List<Long> events,
    Instant sentAt,
    Duration took,
    Headers headers,
    Body body,
    Answer answer,
    boolean delivered,
    @Nullable String fault) {

  public Attempt {
    events = List.copyOf(events);
  }

  /** What is sent to a target. */
  public enum Kind {
    HANDSHAKE,
    EVENTS,
    HEARTBEAT;

    /** As in JSON: {@code handshake}, {@code events}, {@code heartbeat}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** The attempt in one line. */
  public String summary() {
    return "%d %s to %s: %s, %d ms (%s)"
        .formatted(number, kind.word(), target, answer.summary(), took.toMillis(), because);
  }
}
