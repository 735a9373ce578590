package webhookinspector.egress.socket;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.delivery.Header;
import webhookinspector.egress.Outbound;
import webhookinspector.egress.Outcome;
import webhookinspector.egress.Outgoing;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;

/**
 * {@link Outbound} on plain and TLS sockets, a connection each. A name is resolved once, and what
 * was checked is connected to.
 */
public final class SocketOutbound implements Outbound {

  private static final Logger LOG = LoggerFactory.getLogger(SocketOutbound.class);
  private static final int REHEARSALS = 20;
  private static final Duration PATIENCE_FOR_A_NAME = Duration.ofSeconds(2);

  private final TargetPolicy policy;
  private final Resolver resolver;
  private final Supplier<SSLSocketFactory> tls;

  /** With this machine's names and trust; neither is looked at before something is sent. */
  public SocketOutbound(TargetPolicy policy) {
    this(policy, Resolver.SYSTEM, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  public SocketOutbound(TargetPolicy policy, Resolver resolver, SSLSocketFactory tls) {
    this(policy, resolver, () -> tls);
  }

  private SocketOutbound(TargetPolicy policy, Resolver resolver, Supplier<SSLSocketFactory> tls) {
    this.policy = policy;
    this.resolver = resolver;
    this.tls = tls;
  }

  @Override
  public Outcome send(Target target, Outgoing outgoing, Duration length) {
    var deadline = new Deadline(length);
    try {
      List<InetAddress> addresses = resolve(target.host(), deadline);
      for (InetAddress address : addresses) {
        Optional<String> objection = policy.objection(address, target.port());
        if (objection.isPresent()) {
          return new Outcome.Denied(objection.get());
        }
      }
      return connected(target, addresses, outgoing, deadline);
    } catch (IOException e) {
      return new Outcome.Failed(words(target, e), deadline.spent(), false);
    }
  }

  @Override
  public Optional<String> objection(Target target) {
    try {
      for (InetAddress address : resolve(target.host(), new Deadline(PATIENCE_FOR_A_NAME))) {
        Optional<String> objection = policy.objection(address, target.port());
        if (objection.isPresent()) {
          return objection;
        }
      }
    } catch (IOException e) {
      LOG.debug("{} has no address at this moment", target.host(), e);
    }
    return Optional.empty();
  }

  @Override
  public void rehearse(Outgoing outgoing) {
    try (var listener = new Listener()) {
      for (int i = 0; i < REHEARSALS; i++) {
        var addresses = List.of(listener.address());
        connected(listener.target(), addresses, outgoing, new Deadline(PATIENCE_FOR_A_NAME));
      }
    } catch (IOException e) {
      LOG.debug("no rehearsal", e);
    }
  }

  private List<InetAddress> resolve(String host, Deadline deadline) throws IOException {
    return Target.isLiteral(host) ? List.of(InetAddress.ofLiteral(host)) : lookUp(host, deadline);
  }

  private List<InetAddress> lookUp(String host, Deadline deadline) throws IOException {
    var answer = new CompletableFuture<List<InetAddress>>();
    Thread.startVirtualThread(
        () -> {
          try {
            answer.complete(resolver.resolve(host));
          } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try {
      return answer.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new UnknownHostException(host);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no address for the name in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private Outcome connected(
      Target target, List<InetAddress> addresses, Outgoing outgoing, Deadline deadline)
      throws IOException {
    try (Socket plain = connect(addresses, target.port(), deadline);
        Socket socket = target.secure() ? secured(plain, target, deadline) : plain) {
      return exchange(socket, target, outgoing, deadline);
    }
  }

  private static Outcome exchange(
      Socket socket, Target target, Outgoing outgoing, Deadline deadline) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(head(target, outgoing));
      out.write(outgoing.body().toBytes());
      out.flush();
      return new AnswerReader(socket, new BufferedInputStream(socket.getInputStream()), deadline)
          .read();
    } catch (IOException e) {
      return new Outcome.Failed(words(target, e), deadline.spent(), true);
    }
  }

  private static Socket connect(List<InetAddress> addresses, int port, Deadline deadline)
      throws IOException {
    IOException last = new ConnectException("no address");
    for (InetAddress address : addresses) {
      var socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), deadline.millisLeft());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(deadline.millisLeft());
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private Socket secured(Socket plain, Target target, Deadline deadline) throws IOException {
    var socket = (SSLSocket) tls.get().createSocket(plain, target.host(), target.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(deadline.millisLeft());
    socket.startHandshake();
    return socket;
  }

  private static byte[] head(Target target, Outgoing outgoing) {
    var head = new StringBuilder();
    head.append("POST ").append(target.requestTarget()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(target.authority()).append("\r\n");
    for (Header line : outgoing.headers()) {
      if (isOneLine(line.name()) && isOneLine(line.value())) {
        head.append(line.name()).append(": ").append(line.value()).append("\r\n");
      }
    }
    head.append("Content-Length: ").append(outgoing.body().size()).append("\r\n");
    head.append("Connection: close\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Our receiver refuses such lines; a file that was imported may hold them. */
  private static boolean isOneLine(String text) {
    return text.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0 || c > 0xff);
  }

  private static String words(Target target, IOException e) {
    return switch (e) {
      case UnknownHostException u -> target.host() + " has no address";
      case SocketTimeoutException t -> "no whole answer in time";
      case ConnectException c -> "nothing listens on " + target.authority();
      case SSLException s -> "no safe connection: " + s.getMessage();
      default ->
          "no answer: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    };
  }
}
