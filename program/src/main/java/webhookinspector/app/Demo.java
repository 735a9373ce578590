package webhookinspector.app;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/** The whole job against a local Asana in this very process. */
public final class Demo {

  /** About what a busy team of five does; three changes are four to six events. */
  static final double CHANGES_PER_SECOND = 2.5;

  /** Shorter than Asana's, so that a visitor sees something happen. */
  private static final Duration BATCH_WINDOW = Duration.ofMillis(250);

  private Demo() {}

  /**
   * Runs it.
   *
   * @param settings everything but Asana, which is ours
   * @param way webhooks, with or without a stream beside them
   * @param atMost null to go on until told to end
   * @return the exit code
   */
  public static int run(
      Settings settings, long seed, Way way, @Nullable Duration atMost, LiveFactory live)
      throws Exception {
    var simulated =
        SimulatorSettings.DEFAULTS
            .withSeed(seed)
            .withSender(SimulatorSettings.DEFAULTS.sender().withBatchWindow(BATCH_WINDOW));
    try (Simulator simulator = Simulator.start(simulated)) {
      Settings local = settings.with(settings.asana().at(simulator));
      var plan =
          new Live.Plan(
              way,
              List.of(simulator.project().gid()),
              List.of(),
              false,
              atMost,
              false,
              "A local Asana runs inside this process, and a small team works in it.",
              true,
              () -> {
                simulator.team().work(CHANGES_PER_SECOND);
                return simulator.team()::rest;
              });
      return live.over(local).run(plan);
    }
  }

  /** Makes the live view once it is known where Asana is. */
  public interface LiveFactory {
    Live over(Settings settings);
  }
}
