package webhookinspector.web.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.LineJson;
import webhookinspector.feed.Watcher;
import webhookinspector.web.Admin;
import webhookinspector.web.Status;

/**
 * One reader of the feed, as server-sent events (HTML standard). The event's id is the position, so
 * a browser that reconnects sends it back by itself and misses nothing. Three hands: the feed fills
 * a small queue, the stream's own thread writes, and a reader that takes nothing is cut off by
 * whoever waits for it.
 */
final class FeedStream implements Watcher {

  private static final Logger LOG = LoggerFactory.getLogger(FeedStream.class);

  /** Few, and packed: what waits longer waits at the desk, where all readers share it. */
  private static final int QUEUE = 4;

  private static final String PULSE = ": pulse\n\n";

  private final Admin admin;
  private final String filter;
  private final StreamSettings settings;
  private final Request request;
  private final Response response;
  private final ArrayBlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUE);
  private long lastId;
  private volatile boolean over;

  FeedStream(
      Admin admin, String filter, StreamSettings settings, Request request, Response response) {
    this.admin = admin;
    this.filter = filter;
    this.settings = settings;
    this.request = request;
    this.response = response;
  }

  /** Writes until somebody leaves. */
  void run(@Nullable Long after) {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
    response.getHeaders().put(HttpHeader.CONNECTION, "close"); // its end is the connection's
    try {
      var status = admin.status();
      lastId = after == null ? status.indexed() : after;
      String greeting = greeting(status);
      try (Feed.Watch _ = admin.follow(lastId, filter, this)) {
        write(bytes(greeting)); // who reads it may rely on being told everything from now on
        copy();
      } finally {
        over = true;
      }
    } catch (IOException e) {
      LOG.debug("A reader of the feed left: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("A stream of the feed ended", e);
    }
  }

  /** Has an id too, so that a reader who loses the connection before anything came can resume. */
  private String greeting(Status status) {
    String state = data(new Line.OfState(status.at(), status.state()));
    return "retry: 1000\nid: " + lastId + "\n" + state;
  }

  private void copy() throws IOException, InterruptedException {
    while (!over) {
      byte[] next = queue.poll(settings.pulse().toMillis(), TimeUnit.MILLISECONDS);
      write(next == null ? bytes(PULSE) : next);
    }
    for (byte[] rest = queue.poll(); rest != null; rest = queue.poll()) {
      write(rest);
    }
  }

  private void write(byte[] text) throws IOException {
    Content.Sink.write(response, false, ByteBuffer.wrap(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void told(Line line) {
    pass(event(line));
  }

  /** There is a hole now; the reader shall come again from where it was. */
  @Override
  public void fellBehind(long missed) {
    pass(
        "data: "
            + LineJson.object(
                out -> {
                  out.writeStringProperty("type", "behind");
                  out.writeNumberProperty("missed", missed);
                  out.writeNumberProperty("after", lastId);
                })
            + "\n\n");
    over = true;
    throw new IllegalStateException(
        "a reader of the feed was too slow; it resumes after " + lastId);
  }

  private void pass(String event) {
    try {
      if (!over && queue.offer(bytes(event), settings.stall().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boolean left = over;
    end();
    throw new IllegalStateException(
        left ? "the reader has left" : "a reader of the feed took nothing; it was cut off");
  }

  /** Never goes back: a later judgement on an older delivery has no id. */
  private String event(Line line) {
    if (line instanceof Line.OfDelivery of && of.delivery().position() > lastId) {
      lastId = of.delivery().position();
      return "id: " + lastId + "\n" + data(line);
    }
    return data(line);
  }

  private static String data(Line line) {
    return "data: " + LineJson.write(line) + "\n\n";
  }

  /** Cuts it off, even in the middle of a write. */
  void end() {
    over = true;
    request.getConnectionMetaData().getConnection().getEndPoint().close();
  }
}
