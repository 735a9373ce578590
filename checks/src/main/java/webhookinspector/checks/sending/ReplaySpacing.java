package webhookinspector.checks.sending;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.Check;
import webhookinspector.checks.JavaCommand;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;

/**
 * Deliveries that came 100 ms apart are replayed 20 times as fast, and the target's clock says how
 * well their spacing was kept.
 */
public final class ReplaySpacing implements Check {

  private static final Duration APART = Duration.ofMillis(100);
  private static final int SPEED = 20;
  private static final long GAP_NANOS = APART.toNanos() / SPEED;

  /** More only where the plainest sender on this machine could not keep it either. */
  private static final double TOLERANCE = 0.05;

  @Override
  public String name() {
    return "replay-spacing";
  }

  @Override
  public String promise() {
    return "10,000 deliveries replayed 20 times as fast arrive in order, their spacing within 5 %";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    List<String> kept = SpacedDeliveries.keep(data, size.of(500, 10_000), APART);
    var metronome = new Metronome(GAP_NANOS);
    int exit;
    List<PunctualTarget.Arrival> came;
    try (metronome;
        var target = new PunctualTarget()) {
      exit = replay(data, target.address(), folder);
      came = target.arrivals();
    }
    return judge(kept, came, exit, Spacing.of(metronome.ticks(), GAP_NANOS));
  }

  private static int replay(Path data, String target, Path folder) throws Exception {
    var command = new ArrayList<>(JavaCommand.of("webhookinspector.cli.Main"));
    command.addAll(List.of("replay", "--where", "", "--to", target, "--data", data.toString()));
    command.addAll(List.of("--speed", Integer.toString(SPEED)));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("replay.txt").toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return process.exitValue();
  }

  private static Outcome judge(
      List<String> kept, List<PunctualTarget.Arrival> came, int exit, Spacing machine) {
    boolean inOrder = came.stream().map(PunctualTarget.Arrival::delivery).toList().equals(kept);
    if (exit != 0 || !inOrder) {
      return Outcome.of(
          false, came.size() + " of " + kept.size() + " in order: " + inOrder + ", exit " + exit);
    }
    Spacing spacing =
        Spacing.of(came.stream().map(PunctualTarget.Arrival::nanos).toList(), GAP_NANOS);
    double allowed = Math.max(TOLERANCE, 1.5 * machine.most());
    return Outcome.of(
        Math.abs(spacing.whole()) <= TOLERANCE && spacing.most() <= allowed,
        String.format(
            Locale.ROOT,
            "%,d in order, 5 ms apart: the whole %+.2f %%; of each 100, 19 in 20 within %.2f %%,"
                + " the worst %.2f %%; a bare sender beside it %.2f %% and %.2f %%",
            came.size(),
            100 * spacing.whole(),
            100 * spacing.most(),
            100 * spacing.worst(),
            100 * machine.most(),
            100 * machine.worst()));
  }
}
