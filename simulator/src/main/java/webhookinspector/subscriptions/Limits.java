package webhookinspector.subscriptions;

import java.time.Duration;

/**
 * How much Asana lets one caller have, and how long it remembers.
 *
 * @param perResource webhooks and event streams of all callers together; 1,000 (webhooks guide)
 * @param perCaller webhooks of one user through one app; 10,000 (webhooks guide)
 * @param eventsPerPage of the events endpoint; 100 (API description)
 * @param syncLife of a sync token and of the events behind it; 24 h (API description)
 * @param offsetLife of a page's offset; undocumented, ours, 1 h
 */
public record Limits(
    int perResource, int perCaller, int eventsPerPage, Duration syncLife, Duration offsetLife) {

  public static final Limits DEFAULTS =
      new Limits(1_000, 10_000, 100, Duration.ofHours(24), Duration.ofHours(1));
}
