package webhookinspector.forward;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Begins with the time of the day and then goes on by itself, so that pauses keep their length when
 * somebody sets the machine's clock.
 */
final class SteadyClock implements InstantSource {

  private final Instant begin;
  private final long nanos = System.nanoTime();

  SteadyClock(InstantSource clock) {
    this.begin = clock.instant();
  }

  @Override
  public Instant instant() {
    return begin.plusNanos(System.nanoTime() - nanos);
  }
}
