package webhookinspector.checks.receiving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;

/** Bodies of 10 GiB, without end, at the limit, and compressed ones (threats B1 to B4). */
public final class BigBodies implements Check {

  private static final int LIMIT = 1 << 20;
  private static final int CROWD = 50;
  private static final double CLAIM_ANSWERED_MILLIS = 100;

  /** What 50 bodies at the limit may take, and what a body that is never inflated may. */
  private static final long ENDLESS_MEGABYTES = 64;

  private static final long BOMB_MEGABYTES = 20;

  @Override
  public String name() {
    return "big-bodies";
  }

  @Override
  public String promise() {
    return "no body, claimed, endless or compressed, takes more than its share of memory";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("BodiesTest does the same in the small, within one process");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    var parts = new ArrayList<Part>();
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        status(receiver.port(), "x".repeat(LIMIT / 4)); // so that it is warm
      }
      parts.add(claims(receiver.port()));
      parts.add(atTheLimit(receiver.port()));
      parts.add(bombs(receiver, threads));
      parts.add(endless(receiver, threads));
    }
    return Outcome.of(
        parts.stream().allMatch(Part::good),
        String.join("; ", parts.stream().map(Part::numbers).toList()));
  }

  private record Part(boolean good, String numbers) {}

  private static Part claims(int port) throws IOException {
    var nanos = new Nanos();
    boolean refused = true;
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      refused &= Peer.ask(port, head("Content-Length: 10737418240")).status() == 413;
      nanos.since(start);
    }
    return new Part(
        refused && nanos.millis(0.5) < CLAIM_ANSWERED_MILLIS,
        "10 GiB claimed, 20 times: 413 after %.0f ms (median)".formatted(nanos.millis(0.5)));
  }

  private static Part atTheLimit(int port) throws IOException {
    List<Integer> statuses =
        List.of(
            status(port, "x".repeat(LIMIT - 1)),
            status(port, "x".repeat(LIMIT)),
            Peer.ask(port, head("Content-Length: " + (LIMIT + 1))).status());
    return new Part(
        statuses.equals(List.of(200, 200, 413)), "at the limit - 1, + 0, + 1: " + statuses);
  }

  private static int status(int port, String body) throws IOException {
    return Peer.ask(port, Posts.signed(body)).status();
  }

  /** One that inflates a thousand times, signed as it stands, from many at once. */
  private static Part bombs(ReceiverProcess receiver, ExecutorService threads)
      throws IOException, InterruptedException, ExecutionException {
    String bomb = bomb();
    long before = Running.peakMegabytes(receiver.pid());
    var all = new ArrayList<Future<Integer>>();
    String post = Posts.post(Posts.PATH, bomb, "Content-Encoding: gzip", Posts.signature(bomb));
    for (int i = 0; i < CROWD; i++) {
      all.add(threads.submit(() -> statusOrReset(receiver.port(), post)));
    }
    int refused = 0;
    for (Future<Integer> one : all) {
      refused += one.get() == 415 ? 1 : 0;
    }
    int plain = status(receiver.port(), bomb); // without the header it is bytes like any others
    long grown = Running.peakMegabytes(receiver.pid()) - before;
    return new Part(
        refused > 0 && plain == 200 && grown < BOMB_MEGABYTES,
        "%d gzip bombs of %,d bytes: %d × 415, others cut off, memory + %d MB at most"
            .formatted(CROWD, bomb.length(), refused, grown));
  }

  private static String bomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 900; i++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** The receiver closes before it has read everything; the kernel may then drop its answer. */
  private static int statusOrReset(int port, String post) {
    try {
      return Peer.ask(port, post).status();
    } catch (IOException _) {
      return 0;
    }
  }

  private static Part endless(ReceiverProcess receiver, ExecutorService threads)
      throws IOException, InterruptedException, ExecutionException {
    long before = Running.peakMegabytes(receiver.pid());
    var all = new ArrayList<Future<Long>>();
    for (int i = 0; i < CROWD; i++) {
      all.add(threads.submit(() -> sendWithoutEnd(receiver.port())));
    }
    long most = 0;
    for (Future<Long> one : all) {
      most = Math.max(most, one.get());
    }
    long grown = Running.peakMegabytes(receiver.pid()) - before;
    boolean lives = status(receiver.port(), "{}") == 200;
    return new Part(
        lives && most < 8L * LIMIT && grown < ENDLESS_MEGABYTES,
        "%d without end: cut off after %,d kB at most, memory + %d MB at most"
            .formatted(CROWD, most >> 10, grown));
  }

  /** Bytes that could be written before the other side closed. */
  private static long sendWithoutEnd(int port) {
    byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    try (Peer peer = Peer.to(port)) {
      peer.send(head("Transfer-Encoding: chunked"));
      while (sent < 100L * LIMIT) {
        peer.send(chunk);
        sent += chunk.length;
      }
    } catch (IOException _) {
      return sent; // closed, as it should be
    }
    return sent;
  }

  private static String head(String header) {
    return "POST " + Posts.PATH + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n";
  }
}
