package webhookinspector.checks.durability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/**
 * Syncs of the ledger's files that fail: once, three times in a row, and until the disk is well.
 */
public final class FailedSync implements Check {

  private static final long HEALED_WITHIN_MILLIS = 5_000;

  @Override
  public String name() {
    return "failed-sync";
  }

  @Override
  public String promise() {
    return "a failed sync means 503 and never a lost 200; it heals by itself in 5 s";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (!Tools.work("strace", "-f", "-o", "/dev/null", "true")) {
      return Outcome.skipped("strace is missing or may not trace here");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    var numbers = new ArrayList<String>();
    boolean good = true;
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
        var traffic = new Traffic(receiver.port(), 4, 200, 3_000, 0)) {
      traffic.await(200, 50, 20_000);
      for (int round = 0; round < size.of(1, 10); round++) {
        for (String when : List.of("1", "1..3", "1+")) {
          long healed = failAndHeal(receiver, traffic, data, when);
          numbers.add(when + ": " + (healed < 0 ? "no failure seen" : healed + " ms"));
          good &= healed >= 0 && healed <= HEALED_WITHIN_MILLIS;
        }
      }
      traffic.stop();
      receiver.kill();
      Kept kept = Kept.in(data.resolve("ledger.db"), traffic.promises());
      return Outcome.of(
          good && kept.everything(),
          "healed after failed syncs number "
              + String.join(", ", numbers)
              + "; "
              + traffic.count(503)
              + " × 503; "
              + kept);
    }
  }

  /** Returns how long no 200 came, or -1 when nothing failed at all. */
  private static long failAndHeal(ReceiverProcess receiver, Traffic traffic, Path data, String when)
      throws Exception {
    long refused = traffic.count(503);
    List<Path> files = List.of(data.resolve("ledger.db"), data.resolve("ledger.db-wal"));
    Process failing = Tools.disturbSyncs(receiver.pid(), files, "error=EIO:when=" + when);
    try {
      if (!traffic.await(503, refused + 1, 10_000)) {
        return -1;
      }
      long lastGood = traffic.lastPromiseNanos();
      if (when.endsWith("+")) {
        TimeUnit.SECONDS.sleep(4);
        if (traffic.lastPromiseNanos() != lastGood) {
          return -1; // a 200 although no sync succeeds
        }
        failing.destroy();
        failing.waitFor();
        lastGood = System.nanoTime();
      }
      traffic.await(200, traffic.count(200) + 1, 20_000);
      return (traffic.lastPromiseNanos() - lastGood) / 1_000_000;
    } finally {
      failing.destroy();
      failing.waitFor();
    }
  }
}
