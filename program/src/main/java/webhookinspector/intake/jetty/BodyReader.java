package webhookinspector.intake.jetty;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;

/**
 * Reads one body, of which no more is held than has come: a length in a header is only a claim. Not
 * for reuse; to be closed once the body is no longer needed.
 */
final class BodyReader implements AutoCloseable {

  private static final int SMALL = 16 << 10;
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final Request request;
  private final ReceiverSettings settings;
  private final Room room;
  private final long began = System.nanoTime();
  private byte[] bytes = new byte[0];
  private int size;
  private int leased;
  private boolean complete;

  BodyReader(Request request, ReceiverSettings settings, Room room) {
    this.request = request;
    this.settings = settings;
    this.room = room;
  }

  /**
   * The body if it is small and has come already; otherwise null, and {@link #read} goes on from
   * there.
   *
   * @throws Unreadable with 413 or 400
   */
  @Nullable Body readNow() throws Unreadable {
    long claimed = request.getLength();
    if (claimed > settings.largestBody()) {
      throw new Unreadable(413);
    }
    if (claimed > 0) {
      bytes = new byte[(int) Math.min(claimed, SMALL)];
    }
    while (!complete && size <= SMALL) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        return null;
      }
      add(chunk);
    }
    return complete && size <= SMALL ? body() : null;
  }

  /**
   * What is left, however long it takes.
   *
   * @throws Unreadable with 413, 408, 400 or 503
   */
  Body read() throws Unreadable {
    while (!complete) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        awaitMore();
      } else {
        add(chunk);
        if (!complete) {
          refuseSlow();
        }
      }
    }
    return body();
  }

  private void add(Content.Chunk chunk) throws Unreadable {
    if (Content.Chunk.isFailure(chunk)) {
      throw new Unreadable(400);
    }
    complete = take(chunk);
  }

  private Body body() {
    return Body.wrapping(size == bytes.length ? bytes : Arrays.copyOf(bytes, size));
  }

  private boolean take(Content.Chunk chunk) throws Unreadable {
    try {
      int more = chunk.remaining();
      if (more > settings.largestBody() - size) {
        throw new Unreadable(413);
      }
      if (size + more > bytes.length) {
        grow(size + more);
      }
      chunk.getByteBuffer().get(bytes, size, more);
      size += more;
      return chunk.isLast();
    } finally {
      chunk.release();
    }
  }

  private void grow(int needed) throws Unreadable {
    int length = Math.min(settings.largestBody(), Math.max(needed, 2 * bytes.length));
    if (length > SMALL) {
      if (!room.take(length - leased)) {
        throw new Unreadable(503);
      }
      leased = length;
    }
    bytes = Arrays.copyOf(bytes, length);
  }

  private void awaitMore() throws Unreadable {
    var arrived = new CountDownLatch(1);
    request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, arrived::countDown));
    try {
      if (!arrived.await(patience(), TimeUnit.NANOSECONDS)) {
        throw new Unreadable(408);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreadable(503);
    }
  }

  private void refuseSlow() throws Unreadable {
    if (patience() < 0) {
      throw new Unreadable(408);
    }
  }

  /** Nanoseconds until the body is late as a whole, or for its size. */
  private long patience() {
    long forItsSize = TimeUnit.SECONDS.toNanos(size) / settings.slowestBody();
    long limit = Math.min(settings.bodyDeadline().toNanos(), Math.max(GRACE_NANOS, forItsSize));
    return began + limit - System.nanoTime();
  }

  @Override
  public void close() {
    if (leased > 0) {
      room.giveBack(leased);
      leased = 0;
    }
  }
}
