package webhookinspector.intake.jetty;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import webhookinspector.intake.Tls;

/**
 * How the receiver port listens and what it puts up with.
 *
 * @param host the address to listen at; a tunnel needs loopback only
 * @param port 0 picks a free one
 * @param largestBody in bytes; a longer one gets 413
 * @param mostConnections at a time; further ones are not accepted until one leaves
 * @param headDeadline for a connection's first byte up to the end of the headers
 * @param bodyDeadline from the end of the headers to the body's last byte
 * @param slowestBody bytes per second that a body must keep up with, on average
 * @param writeDeadline for our answer to be taken
 * @param idle how long a quiet connection is kept
 * @param tls what makes the port speak TLS, or null for plain HTTP behind a tunnel or a proxy
 */
public record ReceiverSettings(
    String host,
    int port,
    int largestBody,
    int mostConnections,
    Duration headDeadline,
    Duration bodyDeadline,
    int slowestBody,
    Duration writeDeadline,
    Duration idle,
    @Nullable Tls tls) {

  /** Loopback, 1 MiB, 1,024 connections, deadlines of 5, 8 and 5 s, at least 1,000 bytes/s. */
  public static ReceiverSettings on(int port) {
    return new ReceiverSettings(
        "127.0.0.1",
        port,
        1 << 20,
        1024,
        Duration.ofSeconds(5),
        Duration.ofSeconds(8),
        1_000,
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        null);
  }

  /** The same, at another address. */
  public ReceiverSettings at(String otherHost) {
    return new ReceiverSettings(
        otherHost,
        port,
        largestBody,
        mostConnections,
        headDeadline,
        bodyDeadline,
        slowestBody,
        writeDeadline,
        idle,
        tls);
  }

  /** The same, speaking TLS. */
  public ReceiverSettings with(@Nullable Tls other) {
    return new ReceiverSettings(
        host,
        port,
        largestBody,
        mostConnections,
        headDeadline,
        bodyDeadline,
        slowestBody,
        writeDeadline,
        idle,
        other);
  }
}
