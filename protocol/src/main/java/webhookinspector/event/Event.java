package webhookinspector.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change, as a webhook body or a page of the events endpoint tells it.
 *
 * @param action {@code changed}, {@code added}, {@code removed}, {@code deleted}, {@code
 *     undeleted}, or one that Asana invented since; "" where an odd body leaves it out
 * @param resource what changed; may lie below what the webhook watches
 * @param parent the container with {@code added} and {@code removed}, else null
 * @param user who did it, or null when Asana did
 * @param createdAt when it happened, UTC, or null where it cannot be read
 * @param change only with {@code changed}, else null
 */
public record Event(
    String action,
    Ref resource,
    @Nullable Ref parent,
    @Nullable Ref user,
    @Nullable Instant createdAt,
    @Nullable Change change) {

  /**
   * What can happen to a resource (events reference); open-ended, so compare strings, not this
   * list.
   */
  public static final List<String> ACTIONS =
      List.of("changed", "added", "removed", "deleted", "undeleted");
}
