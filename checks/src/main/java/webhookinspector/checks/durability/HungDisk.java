package webhookinspector.checks.durability;

import java.nio.file.Path;
import java.util.List;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** A sync that takes eight seconds: no error, just silence. */
public final class HungDisk implements Check {

  private static final String EIGHT_SECONDS = "delay_enter=8000000:when=1";
  private static final long ANSWERED_WITHIN_MILLIS = 5_000;

  @Override
  public String name() {
    return "hung-disk";
  }

  @Override
  public String promise() {
    return "a disk that does not answer means 503 within 5 s, and goes on once it answers";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (!Tools.work("strace", "-f", "-o", "/dev/null", "true")) {
      return Outcome.skipped("strace is missing or may not trace here");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
        var traffic = new Traffic(receiver.port(), 4, 200, 3_000, 0)) {
      traffic.await(200, 50, 20_000);
      Process hanging =
          Tools.disturbSyncs(
              receiver.pid(),
              List.of(data.resolve("ledger.db"), data.resolve("ledger.db-wal")),
              EIGHT_SECONDS);
      boolean refused = traffic.await(503, 20, 12_000);
      long before = traffic.count(200);
      boolean goesOn = traffic.await(200, before + 10, 20_000);
      traffic.stop();
      hanging.destroy();
      hanging.waitFor();
      receiver.kill();
      Kept kept = Kept.in(data.resolve("ledger.db"), traffic.promises());
      return Outcome.of(
          refused
              && goesOn
              && traffic.slowestRefusalMillis() <= ANSWERED_WITHIN_MILLIS
              && kept.everything(),
          traffic.count(503)
              + " × 503, the slowest in "
              + traffic.slowestRefusalMillis()
              + " ms; "
              + (goesOn ? "went on; " : "did not go on; ")
              + kept);
    }
  }
}
