package webhookinspector.web.jetty;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import webhookinspector.web.Admin;

/** The open streams of the feed. Each has a virtual thread, so none takes one of the port's. */
final class Streams implements AutoCloseable {

  /** Browsers open six to a host at most. */
  static final int MAX_OPEN = 256;

  private final Admin admin;
  private final StreamSettings settings;
  private final Set<FeedStream> open = ConcurrentHashMap.newKeySet();

  Streams(Admin admin, StreamSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /** Whether there was room for it; otherwise nothing is written. */
  boolean start(Answer.Stream wanted, Request request, Response response, Callback callback) {
    if (open.size() >= MAX_OPEN) {
      return false;
    }
    var stream = new FeedStream(admin, wanted.filter(), settings, request, response);
    open.add(stream);
    Thread.ofVirtual()
        .name("feed-stream")
        .start(
            () -> {
              stream.run(wanted.after());
              open.remove(stream);
              callback.succeeded();
            });
    return true;
  }

  int size() {
    return open.size();
  }

  @Override
  public void close() {
    open.forEach(FeedStream::end);
  }
}
