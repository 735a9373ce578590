package webhookinspector.indexer;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What keeps the history from taking more. Told once when it begins or changes, once it ends. */
final class Complaint {

  private static final Logger LOG = LoggerFactory.getLogger(Complaint.class);

  /** Between two tries: a full disk or a locked file does not heal faster by asking. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Consumer<Optional<String>> told;
  private @Nullable String message;
  private long until;

  Complaint(Consumer<Optional<String>> told) {
    this.told = told;
  }

  void raise(RuntimeException e) {
    until = System.nanoTime() + PAUSE.toNanos();
    String said = Objects.requireNonNullElse(e.getMessage(), e.toString());
    if (!said.equals(message)) {
      message = said;
      LOG.warn("{}", said);
      LOG.debug("why", e);
      told.accept(Optional.of(said.lines().findFirst().orElse(said)));
    }
  }

  void settle() {
    if (message != null) {
      message = null;
      LOG.info("history: works again");
      told.accept(Optional.empty());
    }
  }

  /** Whether it is too early to try again. */
  boolean isFresh() {
    return message != null && until - System.nanoTime() > 0;
  }

  /** Until the next try. */
  Duration rest() {
    return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
  }
}
