package webhookinspector.asana.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that jumps ahead whenever somebody sleeps on it. */
final class JumpingClock implements InstantSource, Sleeper {

  private Instant now = Instant.parse("2026-06-12T08:00:00Z");
  private final List<Duration> slept = new ArrayList<>();

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    slept.add(duration);
    now = now.plus(duration);
  }

  synchronized List<Duration> slept() {
    return List.copyOf(slept);
  }
}
