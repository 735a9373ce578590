package webhookinspector.watch;

import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.OwnWebhook;

/** What to type. */
final class Remedy {

  private Remedy() {}

  /** One command for a shell, or null where none helps. */
  static @Nullable String of(Health health, OwnWebhook own) {
    if (health.level().isGood()) {
      return null;
    }
    return switch (health.word()) {
      case GONE, INACTIVE, UNREACHED -> own.commandToCreateAgain();
      case FAILING, SILENT, DOUBTFUL, UNKNOWN, WELL -> null;
    };
  }
}
