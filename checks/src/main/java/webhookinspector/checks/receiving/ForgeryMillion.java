package webhookinspector.checks.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.Kept;
import webhookinspector.checks.durability.ReceiverProcess;

/** A flood of forgeries of every kind while authentic deliveries go on (threats A1, A7, C10). */
public final class ForgeryMillion implements Check {

  private static final int FORGERS = 32;
  private static final int AT_ONCE = 28;
  private static final int LARGE = 10_000;
  private static final double ANSWERED_WITHIN_MILLIS = 1_000;
  private static final long DATABASE_MEGABYTES = 50;

  /** Of ledger and history, each of which begins anew when it is read through. */
  private static final long LOG_MEGABYTES = 60;

  @Override
  public String name() {
    return "forgery-million";
  }

  @Override
  public String promise() {
    return "no forgery is ever believed, none hurts an authentic delivery, none fills the disk";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    int each = size.of(5_600, 1_000_000) / FORGERS;
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
        var asana = new SteadySender(receiver.port(), 4, Duration.ofMillis(size.of(40, 400)))) {
      long start = System.nanoTime();
      int refused = flood(receiver.port(), each);
      double seconds = (System.nanoTime() - start) / 1e9;
      asana.stop();
      long databases = Running.megabytes(data, ".db");
      long logs = Running.megabytes(data, "-wal");
      receiver.kill();
      Path ledger = data.resolve("ledger.db");
      Kept kept = Kept.in(ledger, asana.promises());
      int believed = Judgements.in(ledger).believable() - asana.promises().size();
      boolean good =
          refused == each * FORGERS
              && believed == 0
              && asana.failures() == 0
              && kept.everything()
              && !asana.promises().isEmpty();
      boolean inTime = asana.nanos().millis(0.99) < size.of(5, 1) * ANSWERED_WITHIN_MILLIS;
      return Outcome.of(
          good && inTime && databases < DATABASE_MEGABYTES && logs < LOG_MEGABYTES,
          "%,d forgeries of %d kinds at %,.0f/s: %,d × 401, %d believed; beside them %s, %d failed, %s; databases %d MB, their logs %d MB"
              .formatted(
                  each * FORGERS,
                  new Forgeries(0).kinds(),
                  each * FORGERS / seconds,
                  refused,
                  believed,
                  kept,
                  asana.failures(),
                  asana.nanos(),
                  databases,
                  logs));
    }
  }

  private static int flood(int port, int each) throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var forgers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < FORGERS; i++) {
        int seed = i;
        forgers.add(threads.submit(() -> forge(port, seed, each)));
      }
      int refused = 0;
      for (Future<Integer> forger : forgers) {
        refused += forger.get();
      }
      return refused;
    }
  }

  /** Counts the refusals that have no echo. */
  private static int forge(int port, int seed, int count) throws IOException {
    var forgeries = new Forgeries(seed);
    int refused = 0;
    try (Peer peer = Peer.to(port)) {
      for (int sent = 0; sent < count; ) {
        int batch = Math.min(AT_ONCE, count - sent);
        for (int i = 0; i < batch; i++, sent++) {
          peer.send(forgeries.number(sent + seed, sent % 5 == 0 ? LARGE : 100));
        }
        for (int i = 0; i < batch; i++) {
          Peer.Answer answer = peer.answer();
          refused += answer.status() == 401 && !answer.says("x-hook-secret") ? 1 : 0;
        }
      }
    }
    return refused;
  }
}
