package webhookinspector.sender.socket;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.faults.Plan;
import webhookinspector.sender.Answer;
import webhookinspector.sender.Line;

/** A {@link Line} that keeps connections open between deliveries, as many as are used at once. */
public final class SocketLine implements Line {

  private record Peer(String scheme, String host, int port) {
    static Peer of(URI target) {
      boolean tls = "https".equals(target.getScheme());
      int port = target.getPort() < 0 ? (tls ? 443 : 80) : target.getPort();
      return new Peer(Objects.requireNonNullElse(target.getScheme(), "http"), host(target), port);
    }

    private static String host(URI target) {
      String host = Objects.requireNonNullElse(target.getHost(), "");
      return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
  }

  private final Map<Peer, Deque<Connection>> rested = new ConcurrentHashMap<>();
  private volatile boolean closed;

  @Override
  public Answer post(URI target, Headers headers, Body body, Plan.Manner manner, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    Peer peer = Peer.of(target);
    byte[] head = RequestHead.of(target, headers, body.size());
    try {
      Connection kept = take(peer);
      Connection connection = kept == null ? open(peer, deadline) : kept;
      return exchange(connection, peer, head, body, manner, deadline);
    } catch (SocketTimeoutException e) {
      return new Answer.TimedOut();
    } catch (IOException e) {
      return new Answer.Unreachable(because(e, peer));
    } catch (IllegalArgumentException e) { // such as a port beyond 65535
      return new Answer.Unreachable("not an address: " + e.getMessage());
    }
  }

  private Connection open(Peer peer, long deadline) throws IOException {
    return Connection.open(peer.scheme(), peer.host(), peer.port(), deadline);
  }

  private Answer exchange(
      Connection connection, Peer peer, byte[] head, Body body, Plan.Manner manner, long deadline)
      throws IOException {
    boolean reusable = false;
    try {
      connection.write(head, body, manner, deadline);
      Connection.Reply reply = connection.read(deadline);
      reusable = reply.reusable() && !closed;
      return reply.response();
    } finally {
      if (reusable) {
        rested.computeIfAbsent(peer, p -> new ConcurrentLinkedDeque<>()).push(connection);
      } else {
        connection.close();
      }
    }
  }

  private @Nullable Connection take(Peer peer) {
    Deque<Connection> stack = rested.get(peer);
    if (stack == null) {
      return null;
    }
    for (Connection c = stack.poll(); c != null; c = stack.poll()) {
      if (c.isFresh()) {
        return c;
      }
      c.close();
    }
    return null;
  }

  private static String because(IOException e, Peer peer) {
    return switch (e) {
      case UnknownHostException _ -> "no such host: " + peer.host();
      case ConnectException _ -> "connection refused";
      case EOFException _ -> "the connection was closed before the answer was whole";
      case SSLException tls -> "TLS: " + tls.getMessage();
      default -> "the connection broke: " + e.getMessage();
    };
  }

  @Override
  public void close() {
    closed = true;
    rested.values().forEach(stack -> stack.forEach(Connection::close));
  }
}
