package webhookinspector.checks.durability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** SIGKILL at random moments under eight clients, again and again on one data folder. */
public final class KillLoop implements Check {

  private static final int CLIENTS = 8;
  private static final long RESTART_LIMIT_MILLIS = 3_000;

  @Override
  public String name() {
    return "kill9-loop";
  }

  @Override
  public String promise() {
    return "what has its 200 survives kill -9, byte for byte; a restart is ready in 3 s";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    int cycles = size.of(4, 200);
    var promises = new ArrayList<Promise>();
    var restarts = new ArrayList<Long>();
    var random = new Random(9);
    long seed = 0;
    for (int cycle = 0; cycle < cycles; cycle++) {
      long start = System.nanoTime();
      try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
          var traffic = new Traffic(receiver.port(), CLIENTS, 100, 2_000, seed)) {
        if (!traffic.await(200, 1, 20_000)) {
          return Outcome.of(false, "cycle " + cycle + ": no 200 in 20 s");
        }
        restarts.add((System.nanoTime() - start) / 1_000_000);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(50, size.of(600, 1_500)));
        receiver.kill();
        traffic.stop();
        promises.addAll(traffic.promises());
        seed = traffic.nextSeed();
      }
    }
    return judge(cycles, Kept.in(data.resolve("ledger.db"), promises), restarts);
  }

  private static Outcome judge(int cycles, Kept kept, List<Long> restarts) {
    List<Long> sorted = restarts.stream().sorted().toList();
    long median = sorted.get(sorted.size() / 2);
    long slowest = sorted.getLast();
    long nineOfTen = sorted.get((sorted.size() - 1) * 9 / 10);
    return Outcome.of(
        kept.everything() && nineOfTen <= RESTART_LIMIT_MILLIS,
        cycles
            + " kills: "
            + kept
            + "; from start to the first 200: median "
            + median
            + " ms, nine of ten within "
            + nineOfTen
            + " ms, slowest "
            + slowest
            + " ms");
  }
}
