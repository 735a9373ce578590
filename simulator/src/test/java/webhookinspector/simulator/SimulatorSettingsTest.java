package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import webhookinspector.sender.SenderSettings;
import webhookinspector.subscriptions.Limits;

class SimulatorSettingsTest {

  @Test
  void followTheWebhooksGuideByDefault() {
    SenderSettings sender = SimulatorSettings.DEFAULTS.sender();
    assertThat(sender.answerTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(sender.heartbeatEvery()).isEqualTo(Duration.ofHours(8));
    assertThat(sender.deletionAfter()).isEqualTo(Duration.ofHours(24));
    assertThat(sender.acceptsAny2xx()).isFalse();
    assertThat(SimulatorSettings.DEFAULTS.limits())
        .isEqualTo(new Limits(1_000, 10_000, 100, Duration.ofHours(24), Duration.ofHours(1)));
  }

  @Test
  void backOffToAnHourAndStayThere() {
    SenderSettings sender = SenderSettings.DEFAULTS;
    assertThat(sender.backOffAfter(1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(sender.backOffAfter(4)).isEqualTo(Duration.ofMinutes(4));
    assertThat(sender.backOffAfter(8)).isEqualTo(Duration.ofHours(1));
    assertThat(sender.backOffAfter(1_000)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void sayWhatTheyExpect() {
    assertThatThrownBy(() -> SimulatorSettings.DEFAULTS.withPort(70_000))
        .hasMessage("port: 70000 (expected: 0 to 65535, 0 for a free one)");
    assertThatThrownBy(() -> SimulatorSettings.DEFAULTS.withClockSpeed(-1))
        .hasMessage("clockSpeed: -1.0 (expected: 0 to 1000000, 1 for real time)");
    assertThatThrownBy(() -> SenderSettings.DEFAULTS.withCaps(0, 5))
        .hasMessageStartingWith("batchCap, recoveryCap: 0, 5");
  }

  @Test
  void refuseAPortThatIsTaken() {
    try (var first = Simulator.start(SimulatorSettings.DEFAULTS)) {
      int port = first.api().getPort();
      assertThatThrownBy(() -> Simulator.start(SimulatorSettings.DEFAULTS.withPort(port)))
          .hasMessage("port: " + port + " is taken (expected: a free one, or 0 to pick one)");
    }
  }
}
