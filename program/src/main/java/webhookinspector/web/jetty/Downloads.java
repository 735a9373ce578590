package webhookinspector.web.jetty;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers that are written while they are read. One that fails on its way is cut off, so that
 * nobody takes it for whole. Few at a time: each holds a thread of the port.
 */
final class Downloads {

  static final int MOST = 4;

  private static final int BUFFER = 1 << 16;

  private final Semaphore free = new Semaphore(MOST);

  /** Returns whether there was room; otherwise nothing was sent. */
  boolean send(Answer.Download download, Response response, Callback callback) {
    if (!free.tryAcquire()) {
      return false;
    }
    try {
      write(download, response);
      callback.succeeded();
    } catch (IOException e) {
      callback.failed(e);
    } catch (RuntimeException e) {
      if (response.isCommitted()) {
        callback.failed(e);
      } else {
        response.getHeaders().remove(HttpHeader.CONTENT_DISPOSITION);
        AdminHandler.send(Answer.of(Refusals.of(e)), response, callback);
      }
    } finally {
      free.release();
    }
    return true;
  }

  /** Whatever it holds, a browser must neither show nor run it. */
  private static void write(Answer.Download download, Response response) throws IOException {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, download.type());
    response
        .getHeaders()
        .put("Content-Disposition", "attachment; filename=\"" + download.name() + "\"");
    response.getHeaders().put("Content-Security-Policy", "sandbox; default-src 'none'");
    download.headers().forEach(response.getHeaders()::put);
    OutputStream sink = Content.Sink.asOutputStream(response);
    var out = new BufferedOutputStream(sink, BUFFER);
    download.content().into(out);
    out.flush();
    sink.close(); // only a whole one is ended
  }
}
