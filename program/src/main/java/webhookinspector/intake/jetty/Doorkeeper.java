package webhookinspector.intake.jetty;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that keep us waiting too long, and the most useless one when there are too
 * many.
 */
final class Doorkeeper implements Connection.Listener {

  private static final Duration ROUND = Duration.ofMillis(250);

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

  /** A newcomer is let in, for it may be Asana; somebody who only waits has to go instead. */
  @Override
  public void onOpened(Connection newcomer) {
    if (connector.getConnectedEndPoints().size() <= settings.mostConnections()) {
      return;
    }
    long now = System.nanoTime();
    long most = 0;
    EndPoint worst = newcomer.getEndPoint();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      if (speaking(endPoint) instanceof ReceiverConnection connection
          && !connection.equals(newcomer)
          && connection.uselessness(now) > most) {
        most = connection.uselessness(now);
        worst = endPoint;
      }
    }
    close(worst);
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
