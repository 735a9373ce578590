package webhookinspector.checks.receiving;

import java.nio.file.Path;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.Kept;
import webhookinspector.checks.durability.ReceiverProcess;

/** What Asana has saved up during an outage, all at once, to a program that has just started. */
public final class Burst implements Check {

  private static final int CONNECTIONS = 64;
  private static final double MOST_MILLIS = 5_000;
  private static final double P99_MILLIS = 1_000;

  @Override
  public String name() {
    return "burst-10k";
  }

  @Override
  public String promise() {
    return "a burst of 10,000 is kept or refused, each within 5 s, 99 % within 1 s, in 256 MB of heap";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("its clock means nothing beside other tests; kill9-loop counts, too");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
      var crowd = new Crowd(receiver.port(), 10_000);
      long start = System.nanoTime();
      crowd.send(CONNECTIONS);
      double seconds = (System.nanoTime() - start) / 1e9;
      boolean lives = receiver.isAlive();
      long peak = Running.peakMegabytes(receiver.pid());
      receiver.kill();
      Kept kept = Kept.in(data.resolve("ledger.db"), crowd.promises());
      return Outcome.of(
          lives
              && kept.everything()
              && crowd.promises().size() + crowd.refused() == 10_000
              && crowd.nanos().millis(0.99) < P99_MILLIS
              && crowd.nanos().millis(1) < MOST_MILLIS,
          "10,000 over %d connections in %.1f s: %d × 503, %d without an answer, %s; heap 256 MB, memory %d MB at most; %s"
              .formatted(
                  CONNECTIONS,
                  seconds,
                  crowd.refused(),
                  crowd.unanswered(),
                  crowd.nanos(),
                  peak,
                  kept));
    }
  }
}
