package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import webhookinspector.faults.CallFault;
import webhookinspector.faults.Faults;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/** A holder that is killed between the handshake's echo and the create call's answer. */
class CutOffTest {

  @TempDir Path home;
  private final AtomicBoolean slow = new AtomicBoolean(true);

  @Test
  void leavesOneWebhookAfterTheNextStartWhateverTheKillLeftBehind() {
    try (Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS.withFaults(late()))) {
      try (Program first = Programs.listen(home, asana)) {
        first.ready();
        await().until(() -> asana.webhooks().size() == 1);
        first.signal("KILL");
        first.exitCode();
      }
      slow.set(false);
      try (Program second = Programs.listen(home, asana)) {
        second.ready();
        await().until(() -> second.json("handshake").size() == 1);
        await().untilAsserted(() -> assertThat(asana.webhooks()).hasSize(1));
        asana.team().make(3);
        await().until(() -> second.json("delivery").stream().anyMatch(CutOffTest::isEvents));
        assertThat(second.json("delivery"))
            .filteredOn(CutOffTest::isEvents)
            .allMatch(line -> line.required("verdict").asString().equals("authentic"));
        second.signal("TERM");
        assertThat(second.exitCode()).as(second.toString()).isZero();
      }
      assertThat(asana.webhooks()).isEmpty();
    }
    try (var registry = SqliteRegistry.open(home.resolve("data/registry.db"))) {
      assertThat(registry.inboxes()).isEmpty();
    }
  }

  @Test
  void isNotNeededToEndACreateCallThatDoesNotAnswer() {
    try (Simulator asana = Simulator.start(SimulatorSettings.DEFAULTS.withFaults(late()));
        Program listen = Programs.listen(home, asana)) {
      listen.ready();
      await().until(() -> asana.webhooks().size() == 1);
      listen.signal("INT");
      assertThat(listen.exitCode()).as(listen.toString()).isEqualTo(130);
      assertThat(asana.webhooks()).isEmpty();
    }
  }

  /** An Asana that creates at once and tells late. */
  private Faults late() {
    return new Faults() {
      @Override
      public Optional<CallFault> onCall(String method, String path) {
        return slow.get() && method.equals("POST") && path.endsWith("/webhooks")
            ? Optional.of(new CallFault.Delay(Duration.ofSeconds(30)))
            : Optional.empty();
      }
    };
  }

  private static boolean isEvents(JsonNode line) {
    return line.required("kind").asString().equals("events");
  }
}
