package webhookinspector.rest.jetty;

import java.net.URI;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import webhookinspector.rest.Surface;

/** A port on loopback that serves {@link Surface}s, each call on a virtual thread of its own. */
public final class JettyPort implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final Server server;
  private final ServerConnector connector;

  /**
   * Opens the port; it answers once {@link #serve} is called.
   *
   * @param port 0 for a free one
   */
  public JettyPort(int port) {
    var threads = new VirtualThreadPool();
    threads.setName("simulator-http");
    server = new Server(threads);
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setUriCompliance(UriCompliance.DEFAULT);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(HOST);
    connector.setPort(port);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(
          "port: " + port + " is taken (expected: a free one, or 0 to pick one)", e);
    }
  }

  /** {@code http://127.0.0.1:N} plus a path. */
  public URI at(String path) {
    return URI.create("http://" + HOST + ":" + connector.getLocalPort() + path);
  }

  /**
   * Starts answering.
   *
   * @param surfaces by the base path below which they answer
   */
  public void serve(Map<String, Surface> surfaces) {
    server.setHandler(new SurfaceHandler(surfaces));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("cannot start the simulator's port", e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop the simulator's port", e);
    }
  }
}
