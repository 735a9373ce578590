package webhookinspector.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.InboxName;

/**
 * Something that an operator should know.
 *
 * @param at our clock
 * @param inbox which one, or null when it concerns the whole program
 * @param topic a stable kebab-case word, such as {@code stranger-handshake}
 * @param level how urgent; {@link Level#GOOD} tells that something is well again
 * @param message one line for a person, with the next step; never holds a secret
 */
public record Alert(
    Instant at, @Nullable InboxName inbox, String topic, Level level, String message) {

  /** Worth a look. */
  public Alert(Instant at, @Nullable InboxName inbox, String topic, String message) {
    this(at, inbox, topic, Level.WARN, message);
  }
}
