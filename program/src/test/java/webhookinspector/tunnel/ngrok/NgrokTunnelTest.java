package webhookinspector.tunnel.ngrok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.tunnel.Tunnel.OpenTunnel;
import webhookinspector.tunnel.TunnelFailed;

class NgrokTunnelTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8090",
        "http://127.0.0.1:8090",
        "localhost:8090",
        "8090",
        "https://localhost:8090"
      })
  void findsTheTunnelOfAnAgentThatRunsAlready(String addr) {
    try (AgentStandIn agent =
        AgentStandIn.answering(
            AgentStandIn.tunnels(
                "https://other.ngrok.app", "http://localhost:3000",
                "http://plain.ngrok.app", addr,
                "https://ours.ngrok.app", addr))) {
      assertThat(open(agent.base(), "never-started").publicUrl())
          .isEqualTo(URI.create("https://ours.ngrok.app"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000",
        "http://192.168.1.9:8090",
        "http://localhost:18090",
        "file:///8090"
      })
  void doesNotTakeATunnelThatLeadsElsewhere(String addr) {
    try (AgentStandIn agent =
        AgentStandIn.answering(AgentStandIn.tunnels("https://other.ngrok.app", addr))) {
      assertThatThrownBy(() -> open(agent.base(), "never-started"))
          .isInstanceOf(TunnelFailed.class)
          .hasMessage(
              "ngrok: runs already, but leads to "
                  + addr
                  + " (expected: port 8090)\nStop it and let us start it, or type: ngrok http 8090");
    }
  }

  @Test
  void startsNgrokAndEndsExactlyWhatItStarted() throws Exception {
    int port = AgentStandIn.freePort();
    Path ngrok =
        program("echo $$ > pid.tmp; echo \"$@\" > words; mv pid.tmp pid; sleep 600 & wait");
    var agent =
        CompletableFuture.supplyAsync(
            () -> {
              await().until(() -> Files.exists(folder.resolve("pid")));
              return AgentStandIn.on(
                  port, AgentStandIn.tunnels("https://ours.ngrok.app/", "http://localhost:8090"));
            });
    ProcessHandle started;
    try (OpenTunnel tunnel = open(AgentStandIn.base(port), ngrok.toString())) {
      assertThat(tunnel.publicUrl()).isEqualTo(URI.create("https://ours.ngrok.app"));
      assertThat(folder.resolve("words")).hasContent("http 8090 --log stdout");
      started = process();
      assertThat(started.isAlive()).isTrue();
    } finally {
      agent.join().close();
    }
    await().until(() -> !started.isAlive() && started.descendants().findAny().isEmpty());
  }

  @Test
  void saysWhatToInstallWhenThereIsNoNgrok() throws Exception {
    URI nobody = AgentStandIn.base(AgentStandIn.freePort());
    assertThatThrownBy(() -> open(nobody, "ngrok-that-is-not-installed"))
        .isInstanceOf(TunnelFailed.class)
        .hasMessageStartingWith("ngrok-that-is-not-installed: not found on PATH (expected: ")
        .hasMessageContaining("--public-url");
  }

  @Test
  void showsNgroksOwnLastWordsWhenItEndsAtOnce() throws Exception {
    URI nobody = AgentStandIn.base(AgentStandIn.freePort());
    Path ngrok =
        program(
            "echo 'ERROR:  authentication failed: Usage of ngrok requires a verified account' >&2;"
                + " printf 'ERROR:  ERR_NGROK_4018 \\033[2J\\n' >&2; exit 1");
    assertThatThrownBy(() -> open(nobody, ngrok.toString()))
        .isInstanceOf(TunnelFailed.class)
        .hasMessageContaining("exit code 1: ERROR:  authentication failed")
        .hasMessageContaining("ERR_NGROK_4018 \\u001b[2J")
        .hasMessageContaining("ngrok config add-authtoken");
  }

  @Test
  void givesUpAndEndsNgrokWhenItTellsNoAddress() throws Exception {
    URI nobody = AgentStandIn.base(AgentStandIn.freePort());
    Path ngrok =
        program("echo 'lvl=warn msg=\"failed to reconnect\"'; echo $$ > pid; exec sleep 600");
    var settings = new NgrokSettings(ngrok.toString(), nobody, Duration.ofSeconds(1));
    assertThatThrownBy(() -> new NgrokTunnel(settings).open(8090))
        .isInstanceOf(TunnelFailed.class)
        .hasMessageContaining("no address within 1 s")
        .hasMessageContaining("failed to reconnect");
    ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
        .ifPresent(process -> await().until(() -> !process.isAlive()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>a router's own page</html>", "{}", "[]", "{\"tunnels\":7}", ""})
  void doesNotTakeSomethingElseForAnAgent(String body) {
    try (AgentStandIn agent = AgentStandIn.answering(body)) {
      assertThatThrownBy(() -> open(agent.base(), "never-started"))
          .isInstanceOf(TunnelFailed.class)
          .hasMessageContaining("something else than an ngrok agent answers");
    }
  }

  @Test
  void doesNotHandTheAsanaTokenToNgrok() {
    Map<String, String> environment =
        new HashMap<>(Map.of("ASANA_ACCESS_TOKEN", "canary", "TEMP_PAT", "canary", "PATH", "/bin"));
    NgrokProcess.withoutTokens(environment);
    assertThat(environment).containsOnlyKeys("PATH");
  }

  private static OpenTunnel open(URI agent, String program) {
    return new NgrokTunnel(new NgrokSettings(program, agent, PATIENCE)).open(8090);
  }

  private ProcessHandle process() throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** An executable that stands in for ngrok. */
  private Path program(String script) throws IOException {
    Path file = folder.resolve("ngrok");
    Files.writeString(file, "#!/bin/bash\ncd '" + folder + "'\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }
}
