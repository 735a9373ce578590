package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.event.Ref;

class DeterminismTest {

  /** Everything that left, but for the port in Host and URL, and what came back. */
  private static List<String> run(long seed) {
    var settings =
        SimulatorSettings.DEFAULTS.stoppedAt(Instant.parse("2026-06-12T08:30:00Z")).withSeed(seed);
    try (var simulator = Simulator.start(settings);
        var receiver = new Receiver();
        var other = new Receiver();
        var asana = new Asana(simulator)) {
      asana.createWebhook(simulator.project(), receiver.target());
      Ref second = simulator.changes().createProject("Website");
      asana.createWebhook(second, other.target());
      asana.createWebhook(second, receiver.target(), "[{\"resource_type\":\"story\"}]");
      simulator.team().work(0.02);
      simulator.at(simulator.now().plusSeconds(110), () -> receiver.answers(500));
      simulator.at(simulator.now().plusSeconds(900), () -> receiver.answers(200));
      simulator.advance(Duration.ofMinutes(3));
      Ref task = simulator.changes().createTask(second, "Write the story");
      simulator.changes().comment(task, "Half of it is there.");
      simulator.advance(Duration.ofHours(20));
      simulator.team().rest();
      return simulator.attempts().stream()
          .map(
              attempt ->
                  attempt.number()
                      + " "
                      + attempt.webhook()
                      + " "
                      + attempt.sentAt()
                      + " "
                      + attempt.headers()
                      + " "
                      + attempt.body().text()
                      + " "
                      + attempt.because()
                      + " "
                      + attempt.answer().summary())
          .toList();
    }
  }

  @Test
  void sendsTheSameBytesForTheSameSeedAndScript() {
    List<String> first = run(7);
    assertThat(first).hasSizeGreaterThan(500);
    assertThat(run(7)).isEqualTo(first);
  }

  /** Another run of Java orders its sets otherwise, and must not matter. Changes with the world. */
  @Test
  void sendsTheSameBytesOnEveryMachine() {
    String everything = String.join("\n", run(7));
    assertThat(Body.of(everything).sha256())
        .isEqualTo("fc59867bec95910061f40ffb8c3b692b5e2a85bc806e48eafefcb5da5c52455b");
  }

  @Test
  void sendsOtherBytesForAnotherSeed() {
    assertThat(run(8)).isNotEqualTo(run(7));
  }
}
