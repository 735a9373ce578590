package webhookinspector.conform;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
final class Patience {

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private Patience() {}

  /** Whether the condition came true in time; looks once at least. */
  static boolean until(Duration longest, BooleanSupplier condition) {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      if (!rest(LOOK_EVERY)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the time has passed without an interruption. */
  static boolean rest(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
