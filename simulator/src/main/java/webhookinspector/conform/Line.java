package webhookinspector.conform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import webhookinspector.delivery.Body;

/**
 * One connection to the receiver. While a thread of its own writes, the answer is read already: a
 * receiver may refuse a body before it has read it.
 */
final class Line implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Socket socket;
  private final URI target;
  private final InputStream in;
  private final OutputStream out;

  Line(Socket socket, URI target) throws IOException {
    this.socket = socket;
    this.target = target;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /**
   * @param last says {@code Connection: close}
   */
  Answer exchange(Post post, Duration patience, boolean last, Runnable onHead) {
    long start = System.nanoTime();
    Thread writer = Thread.startVirtualThread(() -> write(post, last));
    Thread watchdog = Thread.startVirtualThread(() -> closeAfter(patience.plus(GRACE)));
    try {
      if (post.framing() instanceof Framing.Cut) {
        writer.join();
        return new Answer.None("we cut the connection", false, since(start));
      }
      return read(start, patience, onHead);
    } catch (SocketTimeoutException _) {
      return new Answer.None("no answer", true, since(start));
    } catch (IOException e) {
      return new Answer.None(Wire.inWords(e), false, since(start));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Answer.None("interrupted", false, since(start));
    } finally {
      writer.interrupt();
      watchdog.interrupt();
    }
  }

  /** The socket's own timeout starts again with each byte; an answer that drips must end, too. */
  private void closeAfter(Duration longest) {
    try {
      Thread.sleep(longest);
      socket.close();
    } catch (InterruptedException | IOException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends head and first half of the body and leaves the rest to {@link #finish}. */
  void begin(Post post) throws IOException {
    new Post(post.headers(), post.body(), new Framing.Cut()).writeTo(out, target, true);
  }

  /** Sends the second half of what was begun and reads the answer. */
  Answer finish(Post post, Duration patience) {
    long start = System.nanoTime();
    byte[] bytes = post.body().toBytes();
    try {
      out.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
      return read(start, patience, () -> {});
    } catch (SocketTimeoutException _) {
      return new Answer.None("no answer", true, since(start));
    } catch (IOException e) {
      return new Answer.None(Wire.inWords(e), false, since(start));
    }
  }

  private Answer read(long start, Duration patience, Runnable onHead) throws IOException {
    socket.setSoTimeout((int) Math.max(1, patience.toMillis()));
    var reader = new AnswerReader(in);
    AnswerReader.Head head = reader.head();
    Duration took = since(start);
    onHead.run();
    Body body;
    try {
      body = reader.body(head);
    } catch (IOException _) {
      body = Body.of("");
    }
    return new Answer.Given(
        head.status(), head.headers(), body, AnswerReader.keepsOpen(head), took);
  }

  private void write(Post post, boolean last) {
    try {
      post.writeTo(out, target, last);
    } catch (IOException _) {
      // the reading side finds out why: an early refusal, or a closed connection
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
