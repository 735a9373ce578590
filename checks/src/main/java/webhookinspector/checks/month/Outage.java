package webhookinspector.checks.month;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A time in which Asana cannot reach us.
 *
 * @param asleep whether we are not there at all; otherwise only the tunnel is down
 */
record Outage(Instant from, Instant to, boolean asleep) {

  /** As long as Asana keeps a webhook that fails, and a sync token (webhooks guide, Events). */
  static final Duration DAY = Duration.ofHours(24);

  /** Every tenth lasts longer than a day; at least an hour lies between two of them. */
  static List<Outage> some(int count, long seed, Instant start) {
    var random = new SplittableRandom(seed);
    var outages = new ArrayList<Outage>();
    Instant at = start.plus(Duration.ofHours(2));
    for (int i = 0; i < count; i++) {
      long minutes =
          i % 10 == 5 ? random.nextInt(25 * 60, 30 * 60) : 1 + random.nextInt(1, 10 * 60);
      outages.add(new Outage(at, at.plus(Duration.ofMinutes(minutes)), i % 3 != 0 || i % 20 == 5));
      at = at.plus(Duration.ofMinutes(minutes + random.nextInt(60, 240)));
    }
    return outages;
  }

  /** Whether the stream's token expires meanwhile, so that something is lost for good. */
  boolean makesAGap() {
    return asleep && Duration.between(from, to).compareTo(DAY) > 0;
  }
}
