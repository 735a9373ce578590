package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;

/** How the holder of a folder ends. */
class EndingTest {

  @TempDir Path home;
  private Simulator asana;

  @BeforeEach
  void startAsana() {
    asana = Simulator.start(SimulatorSettings.DEFAULTS);
  }

  @AfterEach
  void stopAsana() {
    asana.close();
  }

  @ParameterizedTest
  @CsvSource({"TERM,0", "INT,130"})
  void removesItsWebhooksAndSaysHowItEnded(String signal, int exitCode) {
    try (Program listen = listen()) {
      listen.ready();
      await().until(() -> !asana.webhooks().isEmpty() && listen.json("handshake").size() == 1);
      assertThat(running()).exists();
      listen.signal(signal);
      assertThat(listen.exitCode()).as(listen.toString()).isEqualTo(exitCode);
      assertThat(asana.webhooks()).isEmpty();
      assertThat(running()).doesNotExist();
      assertThat(listen.err()).isEmpty();
    }
  }

  @Test
  void leavesTheWebhooksWhenItWasToldTo() {
    try (Program listen = listen("--keep")) {
      listen.ready();
      await().until(() -> asana.webhooks().size() == 1);
      listen.signal("TERM");
      assertThat(listen.exitCode()).as(listen.toString()).isZero();
      assertThat(asana.webhooks()).hasSize(1);
    }
  }

  @Test
  void doesNotEndAServiceWhoseOutputCannotBeWritten() throws Exception {
    Path ready = home.resolve("ready");
    List<String> words =
        List.of(
            "serve",
            "--data",
            home.resolve("data").toString(),
            "--receiver-port",
            "0",
            "--admin-port",
            "0",
            "--ready-file",
            ready.toString());
    var builder = new ProcessBuilder(Program.command(words.toArray(String[]::new)));
    Process serve = builder.redirectOutput(new File("/dev/full")).start();
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(ready));
      await().during(Duration.ofSeconds(2)).until(serve::isAlive);
    } finally {
      serve.destroyForcibly();
    }
  }

  private Path running() {
    return home.resolve("data/running.json");
  }

  private Program listen(String... more) {
    return Programs.listen(home, asana, more);
  }
}
