package webhookinspector.web.jetty;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import webhookinspector.web.Admin;
import webhookinspector.web.AdminKey;
import webhookinspector.web.AdminSettings;
import webhookinspector.web.Refusal;

/** The running admin port. */
public final class JettyAdmin implements AutoCloseable {

  /** Platform threads: the receiver's virtual ones share carriers, and must not share these. */
  private static final int MAX_THREADS = 32;

  private static final int IDLE_MILLIS = 60_000;

  private final Server server;
  private final ServerConnector connector;
  private final Streams streams;
  private final Keys keys;
  private final String host;

  private JettyAdmin(
      AdminSettings settings,
      Admin admin,
      AdminKey key,
      RandomGenerator random,
      StreamSettings patience)
      throws IOException {
    var threads = new QueuedThreadPool(MAX_THREADS, 4);
    threads.setName("admin");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(rules()));
    host = settings.host();
    connector.setHost(host);
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    connector.open();
    int port = connector.getLocalPort();
    keys = new Keys(key, random, port, System::nanoTime);
    streams = new Streams(admin, patience);
    server.setHandler(
        new AdminHandler(
            new Gate(port, settings.allowedHosts()),
            keys,
            admin,
            new Routes(admin, () -> loginLink().toString()).all(),
            streams));
    server.setErrorHandler(JettyAdmin::bare);
  }

  private static HttpConfiguration rules() {
    var rules = new HttpConfiguration();
    rules.setSendServerVersion(false);
    rules.setSendDateHeader(false);
    rules.setRequestHeaderSize(16 << 10);
    return rules;
  }

  /**
   * Listens; returns once the port is open.
   *
   * @param random a cryptographic generator outside tests
   * @throws Refusal if the port cannot be had, or the address is open to others without being asked
   *     for
   */
  public static JettyAdmin start(
      AdminSettings settings, Admin admin, AdminKey key, RandomGenerator random) {
    return start(settings, admin, key, random, StreamSettings.DEFAULT);
  }

  static JettyAdmin start(
      AdminSettings settings,
      Admin admin,
      AdminKey key,
      RandomGenerator random,
      StreamSettings patience) {
    refuseStrangers(settings);
    try {
      var port = new JettyAdmin(settings, admin, key, random, patience);
      port.server.start();
      return port;
    } catch (IOException e) {
      throw Refusal.notPossibleNow(
          "admin port: " + settings.port() + " cannot be had (expected: a free one)",
          "Try --admin-port 0, or stop what uses it.");
    } catch (Exception e) {
      throw new IllegalStateException("the admin port does not open: " + e.getMessage(), e);
    }
  }

  private static void refuseStrangers(AdminSettings settings) {
    try {
      if (InetAddress.getByName(settings.host()).isLoopbackAddress() || settings.beyondLoopback()) {
        return;
      }
    } catch (UnknownHostException e) {
      // told like any other address that is not ours
    }
    throw Refusal.badInput(
        "admin host: " + settings.host() + " (expected: a loopback address such as 127.0.0.1)",
        "Others could reach that one. Use an ssh tunnel to the admin port instead.");
  }

  /** What Jetty refuses by itself: without a word, and a wrong Host as the gate would. */
  private static boolean bare(Request request, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    Security.protect(headers);
    headers.put(HttpFields.CONNECTION_CLOSE);
    headers.put(HttpFields.CONTENT_LENGTH_0);
    if (response.getStatus() == 400 && request.getHeaders().getValuesList("Host").size() != 1) {
      response.setStatus(403);
    }
    response.write(true, ByteBuffer.allocate(0), callback);
    return true;
  }

  /** Without a slash at its end. */
  public URI address() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + connector.getLocalPort());
  }

  /** A new link to the page that opens once. */
  public URI loginLink() {
    return URI.create(address() + "/?key=" + keys.newLink());
  }

  /** Streams of the feed that are open. */
  int streams() {
    return streams.size();
  }

  @Override
  public void close() {
    streams.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the admin port does not close: " + e.getMessage(), e);
    }
  }
}
