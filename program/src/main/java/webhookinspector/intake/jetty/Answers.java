package webhookinspector.intake.jetty;

import java.io.IOException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import webhookinspector.intake.Receipt;
import webhookinspector.trust.Handshake;

/** Writes answers: a status, a few headers, never a body, never anything of what was asked. */
final class Answers {

  private static final HttpField ALLOW_POST = new PreEncodedHttpField(HttpHeader.ALLOW, "POST");

  /** Seconds. Asana does not promise to heed it; tunnels and other senders do. */
  private static final HttpField RETRY_AFTER = new PreEncodedHttpField(HttpHeader.RETRY_AFTER, "5");

  private Answers() {}

  static void write(
      Receipt receipt, ReceiverConnection connection, Response response, Callback callback) {
    if (receipt.status() == 0) {
      connection.getEndPoint().close(); // nothing is answered at all, on purpose
      callback.failed(new IOException("cut on purpose"));
      return;
    }
    HttpFields.Mutable headers = response.getHeaders();
    if (receipt.id() != null && receipt.status() / 100 == 2) {
      headers.put("X-Delivery-Id", receipt.id().text());
    }
    if (receipt.echo() != null) {
      headers.put(Handshake.HEADER, receipt.echo().reveal());
    }
    write(receipt.status(), connection, response, callback);
  }

  static void write(
      int status, ReceiverConnection connection, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    if (status == 405) {
      headers.put(ALLOW_POST);
    } else if (status == 503) {
      headers.put(RETRY_AFTER);
    }
    if (status != 200 && status != 401) {
      headers.put(HttpFields.CONNECTION_CLOSE); // its body may not have been read
    }
    headers.put(HttpFields.CONTENT_LENGTH_0);
    response.setStatus(status);
    connection.answering();
    response.write(true, null, new Taken(connection, status == 200, callback));
  }

  /** For what Jetty refuses by itself: its own pages would repeat what was asked. */
  static boolean bare(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpFields.CONTENT_LENGTH_0);
    response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    response.write(true, null, callback);
    return true;
  }

  /** The answer has left. */
  private record Taken(ReceiverConnection connection, boolean believed, Callback callback)
      implements Callback {
    @Override
    public void succeeded() {
      connection.answered(believed);
      callback.succeeded();
    }

    @Override
    public void failed(Throwable x) {
      callback.failed(x);
    }

    @Override
    public InvocationType getInvocationType() {
      return Invocable.InvocationType.NON_BLOCKING;
    }
  }
}
