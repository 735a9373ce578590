package webhookinspector.web.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.feed.Feed;
import webhookinspector.feed.LineReader;
import webhookinspector.feed.Watcher;
import webhookinspector.inspection.Harmless;
import webhookinspector.web.Refusal;

/** Reads the feed's server-sent events and passes them on as lines. */
final class FeedReader implements Feed.Watch {

  private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int MAX_TRIES = 20;

  private final Exchange exchange;
  private final String path;
  private final Watcher watcher;
  private final Thread thread;
  private @Nullable Long position;
  private boolean greeted;
  private volatile boolean closed;
  private volatile @Nullable InputStream open;

  private FeedReader(Exchange exchange, String path, @Nullable Long after, Watcher watcher) {
    this.exchange = exchange;
    this.path = path;
    this.position = after;
    this.watcher = watcher;
    this.thread = Thread.ofVirtual().name("feed-reader").unstarted(this::run);
  }

  /** Returns once the stream is open, so that nothing that comes afterwards is missed. */
  static Feed.Watch start(Exchange exchange, String path, @Nullable Long after, Watcher watcher) {
    var reader = new FeedReader(exchange, path, after, watcher);
    try {
      reader.open = exchange.feed(path, after);
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Code.HOLDER_UNREACHABLE,
          "feed: cannot be read: " + Cause.words(e),
          "Is the process that holds the data folder still running? Try again.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.notPossibleNow("Interrupted.", "");
    }
    reader.thread.start();
    return reader;
  }

  private void run() {
    int tries = 0;
    while (!closed && tries < MAX_TRIES) {
      try (InputStream in = open == null ? exchange.feed(path, position) : open) {
        open = in;
        tries = 0;
        copy(in);
      } catch (IOException | Refusal e) {
        tries++;
        LOG.debug("The feed broke off: {}", e.toString());
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("A follower of the feed failed: {}", Harmless.text(e.toString()));
        return;
      }
      open = null;
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** The very first event only greets with the state; after a break the state is news. */
  private void copy(InputStream in) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Long id = null;
    for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
      if (line.startsWith("id: ")) {
        id = Long.valueOf(line.substring(4));
      } else if (line.startsWith("data: ")) {
        if (greeted) {
          pass(line.substring(6));
        }
        greeted = true;
        position = id == null ? position : id;
        id = null;
      }
    }
  }

  private void pass(String json) {
    if (json.startsWith("{\"type\":\"behind\"")) {
      return; // the stream ends now, and the next one begins where this one stopped
    }
    watcher.told(LineReader.read(json));
  }

  @Override
  public void close() {
    closed = true;
    InputStream in = open;
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        LOG.debug("The feed was closed already: {}", e.toString());
      }
    }
    thread.interrupt();
  }
}
