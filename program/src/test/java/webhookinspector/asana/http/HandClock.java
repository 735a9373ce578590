package webhookinspector.asana.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that a test moves by hand; who sleeps on it wakes when it has been moved far enough. */
final class HandClock implements InstantSource, Sleeper {

  private Instant now = Instant.parse("2026-06-12T08:00:00Z");
  private final List<Instant> alarms = new ArrayList<>();

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    Instant until = now.plus(duration);
    alarms.add(until);
    try {
      while (now.isBefore(until)) {
        wait();
      }
    } finally {
      alarms.remove(until);
    }
  }

  synchronized void advance(Duration by) {
    now = now.plus(by);
    notifyAll();
  }

  /** How many sleep. */
  synchronized int sleepers() {
    return alarms.size();
  }
}
