package webhookinspector.junit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import webhookinspector.sender.Attempt;
import webhookinspector.world.Times;

/** Waits in real time for what the local Asana does on its own threads, and says why in vain. */
record Waiting(LocalAsana asana, Duration patience) {

  private static final long BETWEEN_LOOKS = Duration.ofMillis(5).toNanos();

  List<Attempt> until(String name, String wanted, int least, Supplier<List<Attempt>> look) {
    if (!comesTrue(() -> look.get().size() >= least)) {
      throw failure(name + ": " + look.get().size(), "at least " + wanted);
    }
    return look.get();
  }

  void untilNothingWaits() {
    if (!comesTrue(() -> asana.simulator().waiting() == 0)) {
      throw failure("waiting: " + asana.simulator().waiting(), "no event waiting for delivery");
    }
  }

  private boolean comesTrue(BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
    return true;
  }

  private AssertionError failure(String found, String wanted) {
    return new AssertionError(
        "%s (expected: %s within %s of real time)%s%s"
            .formatted(found, wanted, seconds(), waiting(), lastAttempt()));
  }

  private String seconds() {
    return patience.toMillis() / 1_000.0 + " s";
  }

  private String waiting() {
    int events = asana.simulator().waiting();
    boolean stopped = asana.simulator().clockSpeed() == 0;
    String due = stopped ? "; the clock stands still at " + Times.text(asana.now()) : "";
    if (asana.webhooks().isEmpty()) {
      return "; there is no webhook: create one first";
    }
    return "; "
        + Words.count(events, "event")
        + " waiting for delivery"
        + due
        + (stopped ? ": call advance(Duration.ofSeconds(2)) first" : "");
  }

  private String lastAttempt() {
    List<Attempt> attempts = asana.attempts();
    return attempts.isEmpty()
        ? "; no attempt yet in this test"
        : "; last attempt: " + Words.visible(attempts.getLast().summary());
  }
}
