package webhookinspector.intake.jetty;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
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
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.Inbox;
import webhookinspector.intake.Acks;
import webhookinspector.intake.Intake;
import webhookinspector.intake.Receipt;

/**
 * {@code POST /in/<key>} and nothing else. An ordinary small delivery is taken by the thread that
 * reads from the network and answered by it, once the ledger has it; nobody waits in between.
 */
final class ReceiverHandler extends Handler.Abstract.NonBlocking {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiverHandler.class);
  private static final String PREFIX = "/in/";

  /** What all bodies over 16 KiB may take together. */
  private static final long LARGE_BODIES = 32L << 20;

  private final ReceiverSettings settings;
  private final Intake intake;
  private final NetworkThread network;
  private final Acks acks;
  private final Room room = new Room(LARGE_BODIES);

  /** Whoever has to wait, for a body or for a disk, does so here. */
  private final Executor waiters = Executors.newVirtualThreadPerTaskExecutor();

  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean draining;

  ReceiverHandler(ReceiverSettings settings, Intake intake, NetworkThread network, Acks acks) {
    this.acks = acks;
    this.settings = settings;
    this.intake = intake;
    this.network = network;
  }

  /** From now on each answer is the last on its connection; what comes is still kept. */
  void drain() {
    draining = true;
  }

  /** Deliveries that have no answer yet. */
  int inFlight() {
    return inFlight.get();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var exchange = new Exchange(request, response, callback);
    exchange.connection.taking();
    inFlight.incrementAndGet();
    exchange.guarded(() -> take(exchange));
    return true;
  }

  /** One request, until it has its answer. */
  private final class Exchange {
    final Request request;
    final ReceiverConnection connection;
    final BodyReader body;
    private final Response response;
    private final Callback callback;
    private final long begun = System.nanoTime();

    Exchange(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      connection = (ReceiverConnection) request.getConnectionMetaData().getConnection();
      body = new BodyReader(request, settings, room);
    }

    void guarded(Step step) {
      try {
        step.run();
      } catch (Unreadable e) {
        refuse(e.status());
      } catch (RuntimeException e) {
        LOG.error("a delivery could not be taken: {}", e.toString(), e);
        refuse(503);
      } catch (Error e) {
        end();
        callback.failed(e); // closes the connection: whoever waits for an answer need not
        throw e;
      }
    }

    /** Or late, on purpose. */
    void answerInTime(Receipt receipt) {
      if (!receipt.late().isZero()) {
        body.close(); // it was kept; others need the room
        try {
          Thread.sleep(receipt.late());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      answer(receipt);
    }

    void answer(Receipt receipt) {
      end();
      if (draining) {
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
      }
      Answers.write(receipt, connection, response, callback);
      acks.answered(receipt.status(), receipt.id(), System.nanoTime() - begun);
    }

    private void refuse(int status) {
      end();
      Answers.write(status, connection, response, callback);
      acks.answered(status, null, System.nanoTime() - begun);
    }

    private void end() {
      body.close();
      inFlight.decrementAndGet();
    }
  }

  private interface Step {
    void run() throws Unreadable;
  }

  private void take(Exchange exchange) throws Unreadable {
    Inbox inbox = admitted(exchange);
    Headers headers = exchange.connection.headers();
    Body small = exchange.body.readNow();
    if (small != null && intake.isOrdinary(inbox, headers)) {
      intake.receive(inbox, headers, small, r -> network.write(() -> exchange.answer(r)));
    } else {
      waiters.execute(
          () ->
              exchange.guarded(
                  () ->
                      exchange.answerInTime(intake.receive(inbox, headers, exchange.body.read()))));
    }
  }

  private Inbox admitted(Exchange exchange) throws Unreadable {
    String target = exchange.connection.target();
    Optional<Inbox> inbox =
        target.startsWith(PREFIX)
            ? intake.find(target.substring(PREFIX.length()))
            : Optional.empty();
    if (inbox.isEmpty()) {
      throw new Unreadable(404);
    }
    if (!HttpMethod.POST.is(exchange.request.getMethod())) {
      throw new Unreadable(405);
    }
    if (isEncoded(exchange.request.getHeaders())) {
      throw new Unreadable(415);
    }
    return inbox.get();
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
