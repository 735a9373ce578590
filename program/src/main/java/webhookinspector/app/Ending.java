package webhookinspector.app;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the process shall end: because it was told to from outside, because its time is over,
 * or because nobody reads its output any more. Told twice, it ends at once.
 */
public final class Ending {

  private static final int UNDECIDED = -1;

  /** How soon a reader that went away is noticed. */
  private static final Duration GLANCE = Duration.ofMillis(500);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicInteger exitCode = new AtomicInteger(UNDECIDED);
  private final BooleanSupplier readerGone;
  private volatile Runnable beforeHalt = () -> {};

  private Ending(BooleanSupplier readerGone) {
    this.readerGone = readerGone;
  }

  /**
   * Listens to the signals of this process from now on.
   *
   * @param readerGone whether writing to the output has failed
   */
  public static Ending ofThisProcess(BooleanSupplier readerGone) {
    var ending = new Ending(readerGone);
    Signals.whenAskedToEnd(ending::ask);
    return ending;
  }

  /** What must be done even when the process is told twice and ends at once. */
  void beforeHalt(Runnable work) {
    beforeHalt = work;
  }

  /** Asks the process to end. */
  void ask(int code) {
    if (!exitCode.compareAndSet(UNDECIDED, code)) {
      beforeHalt.run();
      Runtime.getRuntime().halt(130);
    }
    asked.countDown();
  }

  /** There is nothing left to do. Unlike {@link #ask}, it may be said any number of times. */
  void over(int code) {
    if (exitCode.compareAndSet(UNDECIDED, code)) {
      asked.countDown();
    }
  }

  /**
   * Waits.
   *
   * @param atMost null for as long as it takes
   * @return the exit code
   */
  public int await(@Nullable Duration atMost) throws InterruptedException {
    long end = atMost == null ? Long.MAX_VALUE : System.nanoTime() + atMost.toNanos();
    long left = Long.MAX_VALUE;
    while (left > 0 && !readerGone.getAsBoolean()) {
      left = end == Long.MAX_VALUE ? end : end - System.nanoTime();
      if (asked.await(Math.min(left, GLANCE.toNanos()), TimeUnit.NANOSECONDS)) {
        return exitCode.get();
      }
    }
    return 0;
  }

  /** Whether, and how, the process was asked to end. */
  public OptionalInt asked() {
    int code = exitCode.get();
    return code == UNDECIDED ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /**
   * Does some work, which is interrupted when the process is asked to end meanwhile.
   *
   * @throws InterruptedException if that happened
   */
  public void during(Runnable work) throws InterruptedException {
    Thread worker = Thread.currentThread();
    Thread guard =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    asked.await();
                    worker.interrupt();
                  } catch (InterruptedException e) {
                    // the work is done
                  }
                });
    try {
      work.run();
    } catch (RuntimeException e) {
      if (asked().isEmpty()) {
        throw e;
      }
    } finally {
      guard.interrupt();
    }
    if (asked().isPresent()) {
      Thread.interrupted();
      throw new InterruptedException("asked to end");
    }
  }
}
