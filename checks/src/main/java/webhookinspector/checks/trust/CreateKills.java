package webhookinspector.checks.trust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.secrets.Watched;
import webhookinspector.faults.CallFault;
import webhookinspector.faults.Faults;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/**
 * SIGKILL at points from the moment when Asana gets the create call until after its answer; then it
 * starts again. In the end there is one webhook with the true secret, and none once it has ended.
 */
public final class CreateKills implements Check {

  private static final int POINTS = 10;
  private static final int ROUNDS = 2;
  private static final int APART_MILLIS = 60;
  private static final Duration LATE = Duration.ofMillis(300);

  @Override
  public String name() {
    return "create-kills";
  }

  @Override
  public String promise() {
    return "killed at any moment of a create call, it ends with one webhook that is believed, or none";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("at full size only; CutOffTest kills once");
    }
    var bad = new ArrayList<String>();
    int orphans = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (int point = 0; point < POINTS; point++) {
        Path home = Files.createTempDirectory(folder, "kill");
        orphans += live(home, point * APART_MILLIS, bad) ? 1 : 0;
      }
    }
    return Outcome.of(
        bad.isEmpty() && orphans > 0,
        String.format(
            Locale.ROOT,
            "%d kills at %d points of %d ms: %d left a webhook at Asana, %d ended otherwise than"
                + " with one that is believed%s",
            POINTS * ROUNDS,
            POINTS,
            APART_MILLIS,
            orphans,
            bad.size(),
            bad.isEmpty() ? "" : " (" + bad.getFirst() + ")"));
  }

  /** Returns whether the kill left a webhook behind. */
  private static boolean live(Path home, int millis, List<String> bad) throws Exception {
    var asked = new CountDownLatch(1);
    try (Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS.withFaults(late(asked)))) {
      try (Watched first = listen(home, asana)) {
        asked.await(1, TimeUnit.MINUTES);
        TimeUnit.MILLISECONDS.sleep(millis);
        first.signal("KILL");
      }
      boolean orphan = !asana.webhooks().isEmpty();
      try (Watched second = listen(home, asana)) {
        second.await("its webhook", () -> handshakes(second) > 0);
        asana.team().make(3);
        second.await("an authentic event", () -> authentic(second));
        if (asana.webhooks().size() != 1) {
          bad.add("after " + millis + " ms: " + asana.webhooks().size() + " webhooks");
        }
        second.signal("TERM");
        second.awaitEnd();
      }
      if (!asana.webhooks().isEmpty() || inboxes(home) > 0) {
        bad.add("after " + millis + " ms: something is left");
      }
      return orphan;
    }
  }

  private static Watched listen(Path home, Simulator asana) throws Exception {
    return Watched.start(
        home,
        Map.of("ASANA_ACCESS_TOKEN", asana.token()),
        List.of(
            "listen",
            asana.project().gid(),
            "--api-base",
            asana.api().toString(),
            "--output",
            "json",
            "--data",
            home.resolve("data").toString(),
            "--receiver-port",
            "0",
            "--admin-port",
            "0"));
  }

  private static long handshakes(Watched listen) throws Exception {
    return listen.said().lines().filter(line -> line.startsWith("{\"type\":\"handshake\"")).count();
  }

  private static boolean authentic(Watched listen) throws Exception {
    return listen
        .said()
        .lines()
        .anyMatch(
            line ->
                line.contains("\"kind\":\"events\"") && line.contains("\"verdict\":\"authentic\""));
  }

  private static int inboxes(Path home) {
    try (var registry = SqliteRegistry.open(home.resolve("data/registry.db"))) {
      return registry.inboxes().size();
    }
  }

  /** An Asana that creates at once and tells somewhat later. */
  private static Faults late(CountDownLatch asked) {
    return new Faults() {
      @Override
      public Optional<CallFault> onCall(String method, String path) {
        if (!method.equals("POST") || !path.endsWith("/webhooks")) {
          return Optional.empty();
        }
        asked.countDown();
        return Optional.of(new CallFault.Delay(LATE));
      }
    };
  }
}
