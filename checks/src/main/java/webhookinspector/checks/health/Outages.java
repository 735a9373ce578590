package webhookinspector.checks.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** When Asana cannot reach the receiver: of ten outages nine last hours, one longer than a day. */
final class Outages {

  /** One of them. */
  record Outage(Instant from, Duration lasting) {
    Instant to() {
      return from.plus(lasting);
    }
  }

  private Outages() {}

  static List<Outage> of(long seed, Instant start, int count) {
    var random = new SplittableRandom(seed);
    var outages = new ArrayList<Outage>();
    Instant at = start.plus(Duration.ofHours(2));
    for (int i = 0; i < count; i++) {
      int minutes = i % 10 == 1 ? random.nextInt(25 * 60, 30 * 60) : 1 + random.nextInt(1, 10 * 60);
      outages.add(new Outage(at, Duration.ofMinutes(minutes)));
      at = at.plus(Duration.ofMinutes(minutes + random.nextInt(60, 240)));
    }
    return outages;
  }
}
