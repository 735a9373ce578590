package webhookinspector.checks.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;

/** The admin port while the receiver is flooded by slow peers and forgers at once (threat C5). */
public final class AdminUnderFlood implements Check {

  private static final int SECONDS = 40;
  private static final double ANSWERED_WITHIN_MILLIS = 100;

  @Override
  public String name() {
    return "admin-under-flood";
  }

  @Override
  public String promise() {
    return "the admin port answers within 100 ms while the receiver port is flooded";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("a time limit that short means nothing beside other tests");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
      Nanos quiet = ask(receiver.adminPort(), 5);
      var stopped = new AtomicBoolean();
      var forged = new LongAdder();
      var forgers = new ArrayList<CompletableFuture<Void>>();
      String head = "POST " + Posts.PATH + " HTTP/1.1\r\n";
      try (var heads = new SlowCrowd(receiver.port(), 700, head + "X-Slow: ", 1_000);
          var bodies =
              new SlowCrowd(
                  receiver.port(), 300, head + "Host: x\r\nContent-Length: 99999\r\n\r\n", 1_000);
          var asana = new SteadySender(receiver.port(), 4, Duration.ofMillis(50))) {
        for (int i = 0; i < 4; i++) {
          forgers.add(forger(receiver.port(), i, stopped, forged));
        }
        Nanos flooded = ask(receiver.adminPort(), SECONDS);
        stopped.set(true);
        forgers.forEach(CompletableFuture::join);
        asana.stop();
        return Outcome.of(
            flooded.millis(0.99) < ANSWERED_WITHIN_MILLIS
                && asana.failures() == 0
                && forged.sum() > 1_000,
            "/healthz, asked %d times beside %,d slow connections and %,d forgeries in %d s: %s (before: %s); authentic: %d, %d failed, %s"
                .formatted(
                    flooded.count(),
                    heads.opened() + bodies.opened(),
                    forged.sum(),
                    SECONDS,
                    flooded,
                    quiet,
                    asana.promises().size(),
                    asana.failures(),
                    asana.nanos()));
      }
    }
  }

  private static CompletableFuture<Void> forger(
      int port, int seed, AtomicBoolean stopped, LongAdder forged) {
    var forgeries = new Forgeries(seed);
    return CompletableFuture.runAsync(
        () -> {
          try (Peer peer = Peer.to(port)) {
            for (int i = seed; !stopped.get(); i++) {
              peer.send(forgeries.number(i, 2_000));
              peer.answer();
              forged.increment();
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        Thread.ofVirtual()::start);
  }

  private static Nanos ask(int adminPort, int seconds) throws IOException, InterruptedException {
    var nanos = new Nanos();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      Health.ask(adminPort, nanos);
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return nanos;
  }
}
