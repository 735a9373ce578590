package webhookinspector.intake.jetty;

import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that keep us waiting too long, and the most useless one when there are too
 * many.
 */
final class Doorkeeper implements Connection.Listener, SelectorManager.AcceptListener {

  private static final Duration ROUND = Duration.ofMillis(250);

  /**
   * So many may have been accepted and not yet looked at; the others wait in the kernel's queue.
   */
  private static final int MOST_ARRIVING = 16;

  private static final long LONGEST_HALT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final AtomicInteger arriving = new AtomicInteger();
  private final ServerConnector connector;
  private final ReceiverSettings settings;
  private final AtomicLong closed = new AtomicLong();
  private final Thread rounds;

  Doorkeeper(ServerConnector connector, ReceiverSettings settings) {
    this.connector = connector;
    this.settings = settings;
    this.rounds = Thread.ofVirtual().name("receiver-doorkeeper").unstarted(this::walk);
  }

  void start() {
    rounds.start();
  }

  void stop() {
    rounds.interrupt();
  }

  /** Whether closing all connections now could cut off a delivery. */
  boolean expectsMore() {
    long now = System.nanoTime();
    return connector.getConnectedEndPoints().stream()
        .map(Doorkeeper::speaking)
        .anyMatch(
            speaking ->
                speaking instanceof ReceiverConnection connection && connection.isExpected(now));
  }

  /** Connections closed because they were late or too many. */
  long closed() {
    return closed.get();
  }

  private void walk() {
    try {
      while (true) {
        Thread.sleep(ROUND);
        closeLate();
        closeSurplus();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the receiver ends
    }
  }

  private void closeLate() {
    long now = System.nanoTime();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      if (speaking(endPoint) instanceof ReceiverConnection connection
          && connection.isLate(now, settings)) {
        close(endPoint);
      }
    }
  }

  /**
   * Holds up the one thread that accepts: it is faster than those who let newcomers in and show
   * others out, and each accepted connection takes a descriptor.
   */
  @Override
  public void onAccepting(SelectableChannel channel) {
    long end = System.nanoTime() + LONGEST_HALT_NANOS;
    while (arriving.get() >= MOST_ARRIVING && System.nanoTime() < end) {
      LockSupport.parkNanos(100_000);
    }
    arriving.incrementAndGet();
  }

  @Override
  public void onAccepted(SelectableChannel channel) {
    arriving.decrementAndGet();
  }

  @Override
  public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
    arriving.decrementAndGet();
  }

  /** A newcomer is let in, for it may be Asana; somebody who only waits has to go instead. */
  @Override
  public void onOpened(Connection newcomer) {
    if (connector.getConnectedEndPoints().size() > settings.mostConnections() && surplus() > 0) {
      close(mostUseless(newcomer).orElse(newcomer.getEndPoint()));
    }
  }

  /** Newcomers who came at the same moment may have chosen the same one to go. */
  private void closeSurplus() {
    long surplus = surplus();
    if (surplus > 0) {
      useless(null)
          .sorted(Comparator.comparingLong(Useless::much).reversed())
          .limit(surplus)
          .forEach(useless -> close(useless.endPoint));
    }
  }

  /** Jetty lists a connection for a while after it was closed; it makes room only once. */
  private Stream<EndPoint> open() {
    return connector.getConnectedEndPoints().stream().filter(EndPoint::isOpen);
  }

  private long surplus() {
    return open().count() - settings.mostConnections();
  }

  private Optional<EndPoint> mostUseless(Connection spared) {
    return useless(spared)
        .max(Comparator.comparingLong(Useless::much))
        .map(useless -> useless.endPoint);
  }

  /** How useless somebody is changes while one looks. */
  private record Useless(EndPoint endPoint, long much) {}

  private Stream<Useless> useless(@Nullable Connection spared) {
    long now = System.nanoTime();
    return open()
        .filter(endPoint -> !Objects.equals(speaking(endPoint), spared))
        .map(endPoint -> new Useless(endPoint, uselessness(endPoint, now)))
        .filter(useless -> useless.much > 0);
  }

  private static long uselessness(EndPoint endPoint, long now) {
    return speaking(endPoint) instanceof ReceiverConnection connection
        ? connection.uselessness(now)
        : 0;
  }

  /** Whoever speaks HTTP there, be it inside TLS. */
  private static @Nullable Connection speaking(EndPoint endPoint) {
    return endPoint.getConnection() instanceof SslConnection tls
        ? tls.getSslEndPoint().getConnection()
        : endPoint.getConnection();
  }

  private void close(EndPoint endPoint) {
    closed.incrementAndGet();
    endPoint.close();
  }
}
