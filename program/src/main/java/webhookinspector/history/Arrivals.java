package webhookinspector.history;

import java.time.Instant;

/**
 * How many deliveries arrived in one stretch of time; the component names are the JSON names.
 *
 * @param from its begin
 * @param authentic believed, with something to tell
 * @param heartbeats believed, and nothing else in them
 * @param handshakes accepted, or waiting for the election
 * @param refused not believed, handshakes included
 */
public record Arrivals(
    Instant from, long authentic, long heartbeats, long handshakes, long refused) {

  public long all() {
    return authentic + heartbeats + handshakes + refused;
  }
}
