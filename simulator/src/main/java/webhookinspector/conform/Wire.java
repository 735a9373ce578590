package webhookinspector.conform;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends POSTs to one address as raw HTTP/1.1. A client library would correct what the checks want
 * to be odd: it merges headers, follows redirects, and sends again by itself.
 */
final class Wire {

  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private final URI target;

  Wire(URI target) {
    this.target = target;
  }

  URI target() {
    return target;
  }

  /** On a connection of its own, closed afterwards. */
  Answer send(Post post, Duration patience) {
    return send(post, patience, () -> {});
  }

  /**
   * @param onHead runs as soon as status and headers of the answer are there, before its body is
   *     read
   */
  Answer send(Post post, Duration patience, Runnable onHead) {
    long start = System.nanoTime();
    try (Line line = open()) {
      return line.exchange(post, patience, true, onHead);
    } catch (IOException e) {
      return new Answer.None(inWords(e), false, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** A connection that may carry several POSTs. */
  Line open() throws IOException {
    int port = target.getPort() >= 0 ? target.getPort() : isTls() ? 443 : 80;
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(host(), port), (int) CONNECTING.toMillis());
      mustNotBeOurselves(socket);
      return new Line(isTls() ? overTls(socket, port) : socket, target);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * A loopback port that nobody listens at may be the very one that the system picks for our end;
   * the connection then leads back to ourselves.
   */
  private static void mustNotBeOurselves(Socket socket) throws ConnectException {
    if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
      throw new ConnectException("only we ourselves are there");
    }
  }

  /** Whether anybody accepts connections there now. */
  boolean isAnswered() {
    try (Line _ = open()) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * @throws Unreachable saying why nobody can be spoken to
   */
  void mustBeAnswered() throws Unreachable {
    try (Line _ = open()) {
      // that was all we wanted to know
    } catch (IOException e) {
      throw Unreachable.nobodyThere(target, inWords(e), e);
    }
  }

  private String host() {
    String host = target.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private boolean isTls() {
    return target.getScheme().equalsIgnoreCase("https");
  }

  private Socket overTls(Socket plain, int port) throws IOException {
    var tls =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, host(), port, true);
    var parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }

  static String inWords(IOException e) {
    return switch (e) {
      case UnknownHostException _ -> "the host name is not known";
      case ConnectException _ -> "the connection was refused";
      case java.net.SocketTimeoutException _ -> "nothing answered the connection";
      case SSLException tls -> "TLS failed: " + tls.getMessage();
      case java.io.EOFException _ -> "the connection was closed without a whole answer";
      case java.net.SocketException _ -> "the connection broke without a whole answer";
      default -> String.valueOf(e.getMessage());
    };
  }
}
