package webhookinspector.intake.jetty;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.inbox.Inbox;
import webhookinspector.intake.Intake;

/** {@code POST /in/<key>} and nothing else. */
final class ReceiverHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiverHandler.class);
  private static final String PREFIX = "/in/";

  /** What all bodies over 16 KiB may take together. */
  private static final long LARGE_BODIES = 32L << 20;

  private final ReceiverSettings settings;
  private final Intake intake;
  private final Room room = new Room(LARGE_BODIES);
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean draining;

  ReceiverHandler(ReceiverSettings settings, Intake intake) {
    this.settings = settings;
    this.intake = intake;
  }

  /** From now on everything is put off. */
  void drain() {
    draining = true;
  }

  /** Deliveries that have no answer yet. */
  int inFlight() {
    return inFlight.get();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var connection = (ReceiverConnection) request.getConnectionMetaData().getConnection();
    connection.taking();
    inFlight.incrementAndGet();
    try {
      take(request, response, callback, connection);
    } catch (Unreadable e) {
      Answers.write(e.status(), connection, response, callback);
    } catch (RuntimeException e) {
      LOG.error("a delivery could not be taken: {}", e.toString(), e);
      Answers.write(503, connection, response, callback);
    } finally {
      inFlight.decrementAndGet();
    }
    return true;
  }

  private void take(
      Request request, Response response, Callback callback, ReceiverConnection connection)
      throws Unreadable {
    String target = connection.target();
    Optional<Inbox> inbox =
        target.startsWith(PREFIX)
            ? intake.find(target.substring(PREFIX.length()))
            : Optional.empty();
    if (inbox.isEmpty()) {
      throw new Unreadable(404);
    }
    if (!HttpMethod.POST.is(request.getMethod())) {
      throw new Unreadable(405);
    }
    if (draining) {
      throw new Unreadable(503);
    }
    if (isEncoded(request.getHeaders())) {
      throw new Unreadable(415);
    }
    try (var body = new BodyReader(request, settings, room)) {
      var receipt = intake.receive(inbox.get(), connection.headers(), body.read());
      Answers.write(receipt, connection, response, callback);
    }
  }

  private static boolean isEncoded(HttpFields fields) {
    for (HttpField field : fields) {
      if (field.getHeader() == HttpHeader.CONTENT_ENCODING
          && !"identity".equalsIgnoreCase(field.getValue())) {
        return true;
      }
    }
    return false;
  }
}
