package webhookinspector.history;

import java.time.Instant;

/**
 * How many deliveries arrived in one stretch of time; the component names are the JSON names.
 *
 * @param from its begin
 * @param authentic believed, with something to tell
 * @param refused not believed
 * @param other heartbeats and handshakes
 */
public record Arrivals(Instant from, long authentic, long refused, long other) {}
