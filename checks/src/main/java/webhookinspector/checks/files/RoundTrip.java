package webhookinspector.checks.files;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** Out of one folder into another and out again, by the commands that people type. */
public final class RoundTrip implements Check {

  private static final long LIMIT_MILLIS = 10_000;

  @Override
  public String name() {
    return "round-trip";
  }

  @Override
  public String promise() {
    return "export, import, export of 100,000 deliveries: byte-equal, under 10 s each way";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    SampleFolder.prepare(one);
    SampleFolder.prepare(other);
    int deliveries = size.of(2_000, 100_000);
    SampleFolder.fill(one, deliveries);
    indexed(folder, one);
    Path first = folder.resolve("first.jsonl");
    Path second = folder.resolve("second.jsonl");
    Command out = export(folder, one, first);
    Command in =
        Command.run(folder, "import", "--data", other + "", first + "", "--output", "json").well();
    Command again =
        Command.run(folder, "import", "--data", other + "", first + "", "--output", "json").well();
    indexed(folder, other);
    Command back = export(folder, other, second);
    boolean equal = Files.mismatch(first, second) < 0;
    boolean all =
        in.err().contains("\"kept\":" + deliveries + ",\"known\":0,\"authentic\":" + deliveries);
    boolean none = again.err().contains("\"kept\":0,\"known\":" + deliveries);
    boolean quick =
        size == Size.QUICK || (out.millis() < LIMIT_MILLIS && in.millis() < LIMIT_MILLIS);
    return Outcome.of(
        equal && all && none && quick,
        String.format(
            Locale.ROOT,
            "%,d deliveries, %,d MB: %s; export %.1f s, import %.1f s, the same file again %.1f s,"
                + " export %.1f s; load %.0f on %d cores%s",
            deliveries,
            Files.size(first) / 1_000_000,
            equal ? "byte-equal" : "NOT equal from byte " + Files.mismatch(first, second),
            out.millis() / 1e3,
            in.millis() / 1e3,
            again.millis() / 1e3,
            back.millis() / 1e3,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            Runtime.getRuntime().availableProcessors(),
            all && none ? "" : "; reports: " + in.err() + again.err()));
  }

  private static Command export(Path folder, Path data, Path file) throws Exception {
    return Command.run(
            folder, "export", "--data", data + "", "--keep-signatures", "--file", file + "")
        .well();
  }

  /** Whoever writes a ledger by hand has to wait until the history has read it. */
  private static void indexed(Path folder, Path data) throws Exception {
    Command.run(folder, "history", "rebuild", "--data", data + "").well();
  }
}
