package webhookinspector.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.faults.Fault;
import webhookinspector.feed.LineJson;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/** The simulator as a program of its own. */
public final class LocalAsana {

  private LocalAsana() {}

  /**
   * How it is to behave.
   *
   * @param port 0 picks a free one
   * @param clockSpeed its seconds in one of ours
   * @param token the only one that it takes, or null for any
   * @param faults at work from the start
   */
  public record Wish(
      int port,
      long seed,
      double clockSpeed,
      boolean strictTargets,
      @Nullable String token,
      List<Fault> faults) {}

  /** Runs it until it is told to end; the exit code. */
  public static int run(Wish wish, @Nullable Path readyFile, PrintWriter out, Ending ending)
      throws InterruptedException {
    var settings =
        SimulatorSettings.DEFAULTS
            .withPort(wish.port)
            .withSeed(wish.seed)
            .withClockSpeed(wish.clockSpeed)
            .withStrictTargets(wish.strictTargets)
            .withToken(wish.token);
    try (Simulator simulator = Simulator.start(settings)) {
      wish.faults.forEach(simulator.faults()::inject);
      String ready =
          LineJson.object(
              json -> {
                json.writeStringProperty("type", "ready");
                json.writeStringProperty("api", simulator.api().toString());
                json.writeStringProperty("control", simulator.control().toString());
                json.writeStringProperty("token", simulator.token());
              });
      out.println(ready);
      if (readyFile != null) {
        ReadyFile.write(readyFile, ready);
      }
      return ending.await(null);
    }
  }
}
