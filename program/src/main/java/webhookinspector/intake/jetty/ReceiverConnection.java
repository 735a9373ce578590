package webhookinspector.intake.jetty;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Headers;

/**
 * One connection, which knows what it waits for and since when: Jetty's idle timeout starts anew
 * with each byte, so a sender of one byte a second would never meet it.
 */
final class ReceiverConnection extends HttpConnection {

  private enum Phase {
    /** For the end of a head, or for its first byte. */
    HEAD,
    /** For the body and the ledger; the handler has deadlines of its own. */
    TAKING,
    /** For the other side to take our answer. */
    ANSWER
  }

  /** Whoever connects sends at once; a tunnel on the other side of the world takes this long. */
  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final long opened = System.nanoTime();
  private volatile Phase phase = Phase.HEAD;
  private volatile long since = opened;
  private volatile boolean headBegun = true;
  private volatile long bytesBefore;
  private volatile boolean trusted;
  private String target = "";

  /** Without an initialiser, for it is set while the constructor above ours still runs. */
  private @Nullable RequestHandler requestHandler;

  ReceiverConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
    super(configuration, connector, endPoint);
  }

  @Override
  protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
    target = uri;
    return super.newHttpStream(method, uri, version);
  }

  @Override
  protected RequestHandler newRequestHandler() {
    requestHandler = super.newRequestHandler();
    return requestHandler;
  }

  @Override
  protected HttpParser newHttpParser(HttpCompliance compliance) {
    return new HeadKeepingParser(
        Objects.requireNonNull(requestHandler),
        getHttpConfiguration().getRequestHeaderSize(),
        compliance);
  }

  /** The next request is looked for by whoever wrote the last answer, who never has to wait. */
  @Override
  protected Executor getExecutor() {
    return Runnable::run;
  }

  /** Every header line of the current request as it came. */
  Headers headers() {
    return ((HeadKeepingParser) getParser()).headers();
  }

  /** The request target as it stood in the request line, before anyone made sense of it. */
  String target() {
    return target;
  }

  void taking() {
    phase = Phase.TAKING;
  }

  void answering() {
    since = System.nanoTime();
    phase = Phase.ANSWER;
  }

  /**
   * @param believed whether what it brought was believed; such a connection is the last to be
   *     closed when there are too many
   */
  void answered(boolean believed) {
    trusted |= believed;
    bytesBefore = getBytesIn();
    headBegun = false;
    since = System.nanoTime();
    phase = Phase.HEAD;
  }

  /** Whether the other side has kept us waiting for longer than it may. */
  boolean isLate(long now, ReceiverSettings settings) {
    return switch (phase) {
      case TAKING -> false;
      case ANSWER -> now - since > settings.writeDeadline().toNanos();
      case HEAD -> {
        if (!headBegun && getBytesIn() != bytesBefore) {
          since = now;
          headBegun = true;
        }
        yield headBegun && now - since > settings.headDeadline().toNanos();
      }
    };
  }

  /**
   * Whether closing it now could cut off a delivery: one that is under way, or the first one of a
   * connection that has only just been made.
   */
  boolean isExpected(long now) {
    return switch (phase) {
      case TAKING, ANSWER -> true;
      case HEAD -> {
        boolean begun = getBytesIn() != bytesBefore;
        boolean fresh = since == opened && now - opened < FRESH_NANOS;
        yield begun || fresh;
      }
    };
  }

  /**
   * How gladly we would be rid of it, in milliseconds of fruitless waiting; 0 while it is of use.
   * Whoever never brought anything believable goes first.
   */
  long uselessness(long now) {
    if (phase == Phase.TAKING) {
      return 0;
    }
    long waited = TimeUnit.NANOSECONDS.toMillis(now - (trusted ? since : opened));
    return trusted ? Math.min(waited, 1) : 2 + waited;
  }
}
