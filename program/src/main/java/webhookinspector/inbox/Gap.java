package webhookinspector.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A window in which events may have been missed for good. Told only when nothing can fetch them any
 * more; what is merely late is no gap.
 *
 * @param id stable, so that the same gap told again, for instance with its end, replaces itself;
 *     usually a {@link DeliveryId}'s text
 * @param at our clock, when it was noticed
 * @param topic a stable kebab-case word, such as {@code stream-expired}
 * @param inbox where the events should have come in, or null when it concerns the whole program
 * @param resource gid of what the events are about, or null when it concerns more than one
 * @param from the last moment at which nothing was missing, by our clock, or null while unknown
 * @param to from when on nothing is missing again, or null while it lasts
 * @param cause one line for a person
 */
public record Gap(
    String id,
    Instant at,
    String topic,
    @Nullable InboxName inbox,
    @Nullable String resource,
    @Nullable Instant from,
    @Nullable Instant to,
    String cause) {

  /** The same gap once it has ended. */
  public Gap until(Instant end) {
    return new Gap(id, at, topic, inbox, resource, from, end, cause);
  }
}
