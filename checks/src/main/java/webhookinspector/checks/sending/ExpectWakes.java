package webhookinspector.checks.sending;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.Check;
import webhookinspector.checks.JavaCommand;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.Courier;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.delivery.Body;

/**
 * A delivery is posted while {@code expect} waits in another process; measured from the moment it
 * is acknowledged to the line that {@code expect} prints, and to the end of its process.
 */
public final class ExpectWakes implements Check {

  private static final long LIMIT_MILLIS = 100;

  @Override
  public String name() {
    return "expect-wakes";
  }

  @Override
  public String promise() {
    return "expect wakes within 100 ms of the match";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
        var courier = new Courier(receiver.port())) {
      List<Long> lines = lines(courier, data, folder, size.of(40, 300));
      var ends = new ArrayList<Long>();
      for (int i = 0; i < size.of(1, 20); i++) {
        ends.addAll(end(courier, data, folder, i));
      }
      return judge(lines.stream().sorted().toList(), ends.stream().sorted().toList());
    }
  }

  private static Outcome judge(List<Long> lines, List<Long> ends) {
    return Outcome.of(
        median(lines) <= LIMIT_MILLIS,
        lines.size()
            + " matches: printed "
            + median(lines)
            + " ms after the 200 (median), "
            + lines.get((lines.size() - 1) * 19 / 20)
            + " ms (19 in 20); "
            + ends.size()
            + " runs: ended "
            + median(ends)
            + " ms after it (median)");
  }

  private static long median(List<Long> sorted) {
    return sorted.get(sorted.size() / 2);
  }

  /** One process that waits for many. */
  private static List<Long> lines(Courier courier, Path data, Path folder, int count)
      throws Exception {
    Process expect = expect(data, folder, "--count", Integer.toString(count));
    var delays = new ArrayList<Long>();
    try (var out =
        new BufferedReader(
            new InputStreamReader(expect.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < count; i++) {
        long kept = send(courier, "line " + i);
        if (out.readLine() == null) {
          throw new IllegalStateException("expect ended early");
        }
        delays.add((System.nanoTime() - kept) / 1_000_000);
      }
    } finally {
      expect.destroyForcibly();
    }
    return delays;
  }

  /** One process that waits for one. */
  private static List<Long> end(Courier courier, Path data, Path folder, int number)
      throws Exception {
    Process expect = expect(data, folder);
    long kept = send(courier, "end " + number);
    if (!expect.waitFor(30, TimeUnit.SECONDS) || expect.exitValue() != 0) {
      expect.destroyForcibly();
      throw new IllegalStateException("expect did not end with 0");
    }
    return List.of((System.nanoTime() - kept) / 1_000_000);
  }

  private static long send(Courier courier, String what) throws Exception {
    int status = courier.send(Body.of("{\"events\":[],\"what\":\"" + what + "\"}")).status();
    if (status != 200) {
      throw new IllegalStateException("answered " + status);
    }
    return System.nanoTime();
  }

  /** Returns once it waits. */
  private static Process expect(Path data, Path folder, String... more) throws Exception {
    Path ready = folder.resolve("expect-ready.json");
    Files.deleteIfExists(ready);
    var command = new ArrayList<>(JavaCommand.of("webhookinspector.cli.Main"));
    command.addAll(List.of("expect", "verdict=authentic", "--within", "60s"));
    command.addAll(List.of("--data", data.toString(), "--ready-file", ready.toString()));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.exists(ready)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IllegalStateException("expect did not begin to wait");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return process;
  }
}
