package webhookinspector.forward;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a target is doing, in words. */
record Words(String state, String detail, @Nullable Instant nextTry) {

  /** Of one that no run serves now. */
  static Words atRest(boolean paused) {
    return paused
        ? new Words("paused", "held until it is resumed", null)
        : new Words("resting", "no receiver serves it now", null);
  }

  static Words of(Queue queue, boolean waitsForHistory, Instant now) {
    Condition condition = queue.condition();
    Instant held = condition.heldUntil().isAfter(now) ? condition.heldUntil() : null;
    if (queue.isPaused()) {
      return new Words("paused", "held until it is resumed", null);
    }
    if (waitsForHistory) {
      return new Words("waiting", "for the history, which knows what is a repeat", null);
    }
    if (condition.isDown()) {
      return new Words("down", condition.because(), held);
    }
    if (condition.isFailing()) {
      return new Words("failing", condition.because(), held);
    }
    if (!condition.wasTried()) {
      return new Words("new", "nothing was sent to it yet", null);
    }
    return condition.isCatchingUp() && !queue.isIdle()
        ? new Words("catching-up", "what has gathered is given to it slowly", null)
        : new Words("well", "", null);
  }
}
