package webhookinspector.checks.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** SIGKILL at random moments while an export is written. */
public final class ExportKills implements Check {

  private static final String OLDER = "what had that name before\n";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Random random = new Random(5);

  @Override
  public String name() {
    return "export-kills";
  }

  @Override
  public String promise() {
    return "kill -9 of an export never leaves half a file under its name";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    SampleFolder.prepare(data);
    SampleFolder.fill(data, size.of(3_000, 40_000));
    Path whole = folder.resolve("whole.jsonl");
    long lasts = exportWhole(folder, data, whole);
    Path file = folder.resolve("out.jsonl");
    int kills = size.of(1, 50);
    int half = 0;
    int underWay = 0;
    int done = 0;
    for (int kill = 0; kill < kills; kill++) {
      Files.deleteIfExists(file);
      if (kill % 2 == 0) {
        Files.writeString(file, OLDER);
      }
      boolean struckWriting = killed(folder, data, file, random.nextLong(lasts * 12 / 10));
      boolean there = Files.exists(file) && Files.mismatch(file, whole) < 0;
      boolean asBefore =
          kill % 2 == 0
              ? Files.exists(file) && Files.readString(file).equals(OLDER)
              : !Files.exists(file);
      half += there || asBefore ? 0 : 1;
      underWay += struckWriting ? 1 : 0;
      done += there ? 1 : 0;
    }
    boolean goesOn = size == Size.QUICK || goesOn(folder, data, file, whole);
    return Outcome.of(
        half == 0 && goesOn,
        kills
            + " kills, "
            + underWay
            + " while it was written, "
            + done
            + " behind that: "
            + half
            + " left half a file; the next export "
            + (goesOn ? "is whole" : "is NOT whole"));
  }

  /** Behind what the last one left. */
  private static boolean goesOn(Path folder, Path data, Path file, Path whole) throws Exception {
    Files.deleteIfExists(file);
    exportWhole(folder, data, file);
    return Files.mismatch(file, whole) < 0;
  }

  /** How long it was written, in nanoseconds, from its first byte to its name. */
  private static long exportWhole(Path folder, Path data, Path file) throws Exception {
    Process process = start(folder, data, file);
    long begin = awaitPart(process, file);
    while (process.isAlive() && !Files.exists(file)) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    long lasts = System.nanoTime() - begin;
    if (process.waitFor() != 0) {
      throw new IOException("the export failed");
    }
    return lasts;
  }

  /** Kills it so long after its first byte; whether a part of it was there then. */
  private static boolean killed(Path folder, Path data, Path file, long nanos) throws Exception {
    Process process = start(folder, data, file);
    try {
      awaitPart(process, file);
      TimeUnit.NANOSECONDS.sleep(nanos);
    } finally {
      process.destroyForcibly().waitFor();
    }
    return Files.deleteIfExists(part(file));
  }

  private static long awaitPart(Process process, Path file) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (process.isAlive() && !Files.exists(part(file)) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return System.nanoTime();
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static Process start(Path folder, Path data, Path file) throws IOException {
    return Command.start(
        folder.resolve("said.txt"), "export", "--data", data + "", "--file", file + "");
  }
}
