package webhookinspector.intake.jetty;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import webhookinspector.intake.Intake;

/** The running receiver port. */
public final class JettyReceiver implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;

  private JettyReceiver(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Listens; returns once the port is open.
   *
   * @throws UncheckedIOException if the port cannot be had; the message says which
   */
  public static JettyReceiver start(ReceiverSettings settings, Intake intake) {
    var server = new Server();
    var connector = new ServerConnector(server);
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    server.addConnector(connector);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "receiver port: " + settings.port() + " (expected: a free one; try --receiver-port 0)",
          e);
    } catch (Exception e) {
      throw new IllegalStateException("the receiver port does not open: " + e.getMessage(), e);
    }
    return new JettyReceiver(server, connector);
  }

  /** The port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Stops accepting, lets what is in flight finish for at most 5 s, then closes. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the receiver port does not close: " + e.getMessage(), e);
    }
  }
}
