package webhookinspector.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What a user would take instead, each with the least work that still is its job. */
final class Peers {

  private final Path folder;

  Peers(Path folder) {
    this.folder = folder;
  }

  /** Answers each POST with 200, does not verify, and is told to forget what came. */
  Contender wiremock() throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("wiremock"));
    Files.writeString(
        Files.createDirectories(home.resolve("mappings")).resolve("bench.json"),
        "{\"request\":{\"method\":\"POST\",\"urlPath\":\"/in/bench\"},\"response\":{\"status\":200}}");
    String jar =
        Arrays.stream(System.getProperty("java.class.path").split(":", -1))
            .filter(one -> one.contains("wiremock"))
            .findFirst()
            .orElseThrow();
    int port = Contenders.freePort();
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "-cp",
                jar,
                "wiremock.Run",
                "--port",
                String.valueOf(port),
                "--no-request-journal",
                "--disable-banner",
                "--bind-address",
                "127.0.0.1",
                "--root-dir",
                home.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Contenders.awaitPort(port);
    return new Contender("WireMock, keeps nothing", process, Contenders.at(port));
  }

  /** Debian's `webhook` verifies and then starts a command, be it one that does nothing. */
  Optional<Contender> webhook(String secret) throws IOException, InterruptedException {
    if (!Contenders.isInstalled("webhook", "-version")) {
      return Optional.empty();
    }
    Path hooks = folder.resolve("hooks.json");
    Files.writeString(
        hooks,
        """
        [{"id": "bench", "execute-command": "/bin/true", "include-command-output-in-response": true,
          "trigger-rule": {"match": {"type": "payload-hmac-sha256", "secret": "%s",
            "parameter": {"source": "header", "name": "X-Hook-Signature"}}}}]
        """
            .formatted(secret));
    int port = Contenders.freePort();
    Process process =
        new ProcessBuilder(
                "webhook",
                "-hooks",
                hooks.toString(),
                "-ip",
                "127.0.0.1",
                "-port",
                String.valueOf(port),
                "-urlprefix",
                "in")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Contenders.awaitPort(port);
    return Optional.of(
        new Contender("webhook (Debian), starts /bin/true", process, Contenders.at(port)));
  }
}
