package webhookinspector.checks.durability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** A disk of 24 MB that is filled under traffic and freed again. */
public final class DiskFull implements Check {

  private static final int MEGABYTES = 24;
  private static final long HEALED_WITHIN_MILLIS = 5_000;

  @Override
  public String name() {
    return "disk-full";
  }

  @Override
  public String promise() {
    return "a full disk means 503, at once and without half a row, and heals by itself in 5 s";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    if (!Tools.mount(disk, MEGABYTES)) {
      return Outcome.skipped("this user may not mount a small disk");
    }
    try {
      return run(disk, folder, size.of(2, 10));
    } finally {
      Tools.unmount(disk);
    }
  }

  private static Outcome run(Path disk, Path aside, int rounds) throws Exception {
    Path data = disk.resolve("data");
    Path ballast = disk.resolve("ballast");
    ReceiverProcess.prepare(data);
    long refused = 0;
    long slowest = 0;
    try (ReceiverProcess receiver = ReceiverProcess.start(data, aside);
        var traffic = new Traffic(receiver.port(), 4, 200, 3_000, 0)) {
      for (int round = 0; round < rounds; round++) {
        if (!traffic.await(200, traffic.count(200) + 10, 20_000)) {
          return Outcome.of(false, "round " + round + ": no 200 in 20 s");
        }
        fill(ballast);
        if (!traffic.await(503, refused + 100, 20_000)) {
          return Outcome.of(false, "round " + round + ": fewer than 100 times 503 in 20 s");
        }
        long before = traffic.count(200);
        long freed = System.nanoTime();
        Files.delete(ballast);
        traffic.await(200, before + 1, 20_000);
        slowest = Math.max(slowest, (System.nanoTime() - freed) / 1_000_000);
        refused = traffic.count(503);
      }
      traffic.stop();
      receiver.kill();
      Kept kept = Kept.in(data.resolve("ledger.db"), traffic.promises());
      return Outcome.of(
          kept.everything() && slowest <= HEALED_WITHIN_MILLIS,
          rounds
              + " times full: "
              + refused
              + " × 503, the slowest in "
              + traffic.slowestRefusalMillis()
              + " ms; healed within "
              + slowest
              + " ms; "
              + kept);
    }
  }

  private static void fill(Path ballast) {
    byte[] bytes = new byte[4_096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(bytes);
      }
    } catch (IOException _) {
      // Now it is full.
    }
  }
}
