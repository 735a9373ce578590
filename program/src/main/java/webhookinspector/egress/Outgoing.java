package webhookinspector.egress;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;

/**
 * What is sent to a target: the body byte for byte, and of the headers only those that a receiver
 * needs. Never a secret, a cookie or a token that happened to come along, and nothing that belongs
 * to one hop.
 */
public record Outgoing(Headers headers, Body body) {

  /**
   * Tells the receiver, and us should it come back, that this is a copy; its value is the
   * delivery's id.
   */
  public static final String MARKER = "X-Inspector-Copy-Of";

  private static final Set<String> PASSED =
      Set.of("x-hook-signature", "content-type", "user-agent", "accept");

  /** A copy of a kept delivery. */
  public static Outgoing copyOf(String id, Delivery delivery) {
    Stream<Header> passed =
        delivery.headers().lines().stream()
            .filter(line -> PASSED.contains(line.name().toLowerCase(Locale.ROOT)));
    List<Header> lines = Stream.concat(passed, Stream.of(new Header(MARKER, id))).toList();
    return new Outgoing(new Headers(lines), delivery.body());
  }
}
