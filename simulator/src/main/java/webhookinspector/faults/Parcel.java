package webhookinspector.faults;

import java.net.URI;
import java.time.Instant;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/**
 * What Asana means to send.
 *
 * @param webhook its gid; "" in a handshake, which comes before there is one
 * @param kind {@code handshake}, {@code events} or {@code heartbeat}
 * @param retry 0 for a first try
 * @param at on the simulator's clock
 */
public record Parcel(
    String webhook, String kind, int retry, Instant at, URI target, Headers headers, Body body) {

  /** The same parcel with another inside. */
  public Parcel with(Headers otherHeaders, Body otherBody) {
    return new Parcel(webhook, kind, retry, at, target, otherHeaders, otherBody);
  }
}
