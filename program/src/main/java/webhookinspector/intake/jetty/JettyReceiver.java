package webhookinspector.intake.jetty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import webhookinspector.intake.Acks;
import webhookinspector.intake.Intake;
import webhookinspector.intake.Tls;
import webhookinspector.registry.Alert;

/**
 * The running receiver port: HTTP/1.1 only, for HTTP/2 would lower-case header names; strict about
 * framing, faithful about everything else.
 */
public final class JettyReceiver implements AutoCloseable {

  /** How long {@link #close} lets deliveries in flight finish. */
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  /** For a connection that was accepted as the port closed to be seen among the others. */
  private static final Duration LAST_ARRIVALS = Duration.ofMillis(20);

  private static final int MOST_THREADS = 8;
  private static final int FEWEST_THREADS = 3;

  private final Server server;
  private final ServerConnector connector;
  private final ReceiverHandler handler;
  private final Doorkeeper doorkeeper;

  private final @Nullable TlsKeeper tls;

  private JettyReceiver(
      ReceiverSettings settings,
      Intake intake,
      InstantSource clock,
      Consumer<Alert> alerts,
      Acks acks) {
    server = new Server(threads());
    Tls files = settings.tls();
    tls = files == null ? null : new TlsKeeper(files, clock, alerts);
    connector = new ServerConnector(server, 1, 1, speakers(settings));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setInheritChannel(inheritsAnOpenPort());
    connector.setIdleTimeout(settings.idle().toMillis());
    connector.setAcceptQueueSize(settings.mostConnections());
    doorkeeper = new Doorkeeper(connector, settings);
    connector.addBean(doorkeeper);
    handler = new ReceiverHandler(settings, intake, new NetworkThread(connector), acks);
    server.addConnector(connector);
    server.setHandler(handler);
    server.setErrorHandler(Answers::bare);
  }

  /** Listens without TLS; see the other {@code start}. */
  public static JettyReceiver start(ReceiverSettings settings, Intake intake) {
    return start(settings, intake, InstantSource.system(), _ -> {});
  }

  /**
   * Listens; returns once the port is open.
   *
   * @param clock tells when a certificate ends
   * @param alerts told of certificates that end, were renewed or cannot be used
   * @throws UncheckedIOException if the port cannot be had; the message says which
   * @throws IllegalArgumentException if the files of TLS cannot be used
   */
  public static JettyReceiver start(
      ReceiverSettings settings, Intake intake, InstantSource clock, Consumer<Alert> alerts) {
    return start(settings, intake, clock, alerts, Acks.NONE);
  }

  /**
   * As above.
   *
   * @param acks told of each answer
   */
  public static JettyReceiver start(
      ReceiverSettings settings,
      Intake intake,
      InstantSource clock,
      Consumer<Alert> alerts,
      Acks acks) {
    var receiver = new JettyReceiver(settings, intake, clock, alerts, acks);
    try {
      receiver.server.start();
    } catch (IOException e) {
      receiver.close();
      throw new UncheckedIOException(
          "receiver port: " + settings.port() + " (expected: a free one; try --receiver-port 0)",
          e);
    } catch (Exception e) {
      throw new IllegalStateException("the receiver port does not open: " + e.getMessage(), e);
    }
    receiver.doorkeeper.start();
    if (receiver.tls != null) {
      receiver.tls.start();
    }
    return receiver;
  }

  /**
   * Few: one accepts, one reads and writes, the others stand by. Whoever waits does so elsewhere.
   */
  private static QueuedThreadPool threads() {
    var threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
    threads.setName("receiver");
    threads.setDaemon(true);
    return threads;
  }

  /**
   * Whether standard input is a port that somebody opened for us, as systemd does: it outlives us,
   * and deliveries wait in its queue while one process ends and the next one begins.
   */
  private static boolean inheritsAnOpenPort() {
    try {
      return System.inheritedChannel() instanceof ServerSocketChannel;
    } catch (IOException e) {
      return false;
    }
  }

  private ConnectionFactory[] speakers(ReceiverSettings settings) {
    HttpConnectionFactory http = speaker(settings);
    return tls == null
        ? new ConnectionFactory[] {http}
        : new ConnectionFactory[] {
          new SslConnectionFactory(tls.context(), http.getProtocol()), http
        };
  }

  private static HttpConnectionFactory speaker(ReceiverSettings settings) {
    var speaker =
        new HttpConnectionFactory(rules()) {
          @Override
          public Connection newConnection(Connector connector, EndPoint endPoint) {
            return configure(
                new ReceiverConnection(getHttpConfiguration(), connector, endPoint),
                connector,
                endPoint);
          }
        };
    speaker.setInputBufferSize(4 << 10);
    speaker.setTransferEncodingChunkMaxLength(settings.largestBody());
    return speaker;
  }

  private static HttpConfiguration rules() {
    var rules = new HttpConfiguration();
    rules.setHttpCompliance(
        HttpCompliance.RFC7230.without(
            "NO-BARE-LINE-FEEDS", HttpCompliance.Violation.LF_HEADER_TERMINATION));
    rules.setUriCompliance(UriCompliance.UNSAFE); // the target is compared raw, so nothing hides
    rules.setRequestHeaderSize(8 << 10);
    rules.setUseInputDirectByteBuffers(false); // parsed byte by byte, which an array makes cheaper
    rules.setSendServerVersion(false);
    rules.setSendDateHeader(false);
    rules.setRelativeRedirectAllowed(false);
    return rules;
  }

  /** The port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Connections that are open now. */
  public int connections() {
    return connector.getConnectedEndPoints().size();
  }

  /** Connections closed since start because they were late or too many. */
  public long turnedAway() {
    return doorkeeper.closed();
  }

  /** Stops accepting, lets what is in flight finish for at most 5 s, then closes. */
  @Override
  public void close() {
    connector.close();
    handler.drain();
    try {
      long end = System.nanoTime() + FAREWELL.toNanos();
      do {
        Thread.sleep(LAST_ARRIVALS);
      } while ((handler.inFlight() > 0 || doorkeeper.expectsMore()) && System.nanoTime() - end < 0);
      doorkeeper.stop();
      if (tls != null) {
        tls.close();
      }
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("the receiver port does not close: " + e.getMessage(), e);
    }
  }
}
