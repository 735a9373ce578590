package webhookinspector.checks.sending;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The plainest sender there can be: one thread that sleeps, connects, posts, waits. What its target
 * sees it deviate by is this machine's doing, for other programs were given their turn.
 */
final class Metronome implements AutoCloseable {

  private static final byte[] REQUEST =
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
          .getBytes(StandardCharsets.US_ASCII);

  private final long gapNanos;
  private final PunctualTarget target = new PunctualTarget();
  private final Thread thread = Thread.ofPlatform().daemon().name("metronome").unstarted(this::run);
  private volatile boolean stopped;

  Metronome(long gapNanos) throws IOException {
    this.gapNanos = gapNanos;
    thread.start();
  }

  private void run() {
    long start = System.nanoTime();
    try {
      for (int i = 1; !stopped; i++) {
        TimeUnit.NANOSECONDS.sleep(start + i * gapNanos - System.nanoTime());
        post();
      }
    } catch (InterruptedException | IOException e) {
      stopped = true;
    }
  }

  private void post() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), target.port())) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(REQUEST);
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  /** When its posts arrived; without the first ones, when it was still learning. */
  List<Long> ticks() {
    return target.arrivals().stream().map(PunctualTarget.Arrival::nanos).skip(100).toList();
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    target.close();
  }
}
