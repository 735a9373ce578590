package webhookinspector.tracing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.DeliveryId;

/**
 * Something that happened and is over.
 *
 * @param name one of few: {@code ack}, {@code index}, {@code forward}, {@code replay} or a call of
 *     Asana's API
 * @param delivery whose trace it belongs to, or null for a trace of its own
 * @param began by our clock
 * @param notes names and values; never anything secret
 * @param failure what went wrong, one line, or null
 */
public record Step(
    String name,
    @Nullable DeliveryId delivery,
    Instant began,
    Duration took,
    Map<String, String> notes,
    @Nullable String failure) {

  /** The step that a delivery's trace begins with; all others are its children. */
  public static final String FIRST = "ack";

  public Step {
    notes = Map.copyOf(notes);
  }
}
