package webhookinspector.checks.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;

/**
 * Peers who take their time, by the thousand, while authentic deliveries go on: heads that do not
 * end, bodies that do not end, answers that nobody takes, connections that do nothing (threats C1
 * to C4).
 */
public final class SlowPeers implements Check {

  private static final int CAP = 1_024;
  private static final int READERS = 20;
  private static final double READERS_GONE_SECONDS = 150;

  /** Their questions are a flood by themselves. */
  private static final double BESIDE_READERS_MILLIS = 1_000;

  private static final double ANSWERED_WITHIN_MILLIS = 500;

  @Override
  public String name() {
    return "slow-peers";
  }

  @Override
  public String promise() {
    return "peers who take their time lose their connection and hold up no authentic delivery";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("takes as long as its deadlines; SlowPeersTest has shorter ones");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    var parts = new ArrayList<Part>();
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
      parts.add(heads(receiver.port()));
      parts.add(bodies(receiver.port()));
      parts.add(readers(receiver.port()));
      parts.add(idlers(receiver));
    }
    return Outcome.of(
        parts.stream().allMatch(Part::good),
        String.join("; ", parts.stream().map(Part::numbers).toList()));
  }

  private record Part(boolean good, String numbers) {}

  /** 2,000 at a time, one more byte every 5 s at most, for a minute. */
  private static Part heads(int port) throws InterruptedException {
    String start = "POST " + Posts.PATH + " HTTP/1.1\r\nX-Slow: ";
    return crowd("heads", port, 2_000, start, 4_900, 60, 10_000);
  }

  /** 500 at 10 bytes a second. */
  private static Part bodies(int port) throws InterruptedException {
    String start = "POST " + Posts.PATH + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n";
    return crowd("bodies", port, 500, start, 100, 12, 9_500);
  }

  private static Part crowd(
      String what, int port, int count, String start, int drip, int seconds, long closedWithin)
      throws InterruptedException {
    try (var asana = new SteadySender(port, 5, Duration.ofMillis(100));
        var crowd = new SlowCrowd(port, count, start, drip)) {
      TimeUnit.SECONDS.sleep(seconds);
      asana.stop();
      crowd.stop();
      return new Part(
          unharmed(asana) && crowd.survivors() == 0 && crowd.longestMillis() <= closedWithin,
          "slow %s: %,d connections, %,d at a time, the last closed after %.1f s; beside them %s"
              .formatted(what, crowd.opened(), count, crowd.longestMillis() / 1e3, story(asana)));
    }
  }

  /**
   * Some who ask on and on and take no answer. Only when the kernel's buffers are full on both
   * sides, after some fifteen thousand answers each, does anybody have to wait for them.
   */
  private static Part readers(int port) throws InterruptedException {
    String questions = Posts.post(Posts.PATH, "").repeat(500);
    long start = System.nanoTime();
    try (var asana = new SteadySender(port, 5, Duration.ofMillis(100))) {
      var readers = new ArrayList<CompletableFuture<Void>>();
      for (int i = 0; i < READERS; i++) {
        readers.add(
            CompletableFuture.runAsync(
                () -> askUntilClosed(port, questions), Thread.ofVirtual()::start));
      }
      readers.forEach(CompletableFuture::join);
      double seconds = (System.nanoTime() - start) / 1e9;
      asana.stop();
      return new Part(
          asana.failures() == 0
              && asana.nanos().millis(0.99) < BESIDE_READERS_MILLIS
              && seconds < READERS_GONE_SECONDS,
          "%d who take no answer: all closed after %.1f s; beside them %s"
              .formatted(READERS, seconds, story(asana)));
    }
  }

  private static void askUntilClosed(int port, String questions) {
    try (Peer peer = Peer.to(port, 1)) {
      while (true) {
        peer.send(questions);
      }
    } catch (IOException _) {
      // closed, as it should be
    }
  }

  /** 5,000 connections that say nothing. */
  private static Part idlers(ReceiverProcess receiver) throws Exception {
    List<Peer> idle = new ArrayList<>();
    var admin = new Nanos();
    long own = Running.descriptors(receiver.pid()); // libraries, databases, ports
    long most = 0;
    try (var asana = new SteadySender(receiver.port(), 5, Duration.ofMillis(100))) {
      for (int i = 0; i < 5_000; i++) {
        idle.add(Peer.to(receiver.port()));
        if (i % 100 == 99) {
          Health.ask(receiver.adminPort(), admin);
          most = Math.max(most, Running.descriptors(receiver.pid()));
        }
      }
      asana.stop();
      return new Part(
          unharmed(asana) && most - own < CAP + 200 && admin.millis(1) < 200,
          "5,000 who say nothing: %d descriptors at most, admin port %s; beside them %s"
              .formatted(most, admin, story(asana)));
    } finally {
      for (Peer peer : idle) {
        peer.close();
      }
    }
  }

  private static boolean unharmed(SteadySender asana) {
    return asana.failures() == 0
        && !asana.promises().isEmpty()
        && asana.nanos().millis(0.99) < ANSWERED_WITHIN_MILLIS;
  }

  private static String story(SteadySender asana) {
    return "%d authentic, %d failed, %s"
        .formatted(asana.promises().size(), asana.failures(), asana.nanos());
  }
}
