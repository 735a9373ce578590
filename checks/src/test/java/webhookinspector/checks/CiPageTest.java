package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the workflow of docs/ci.md step by step, as a runner would, and then every other command of
 * the page. Only ports are other ones.
 */
class CiPageTest {

  private static final Pattern STEP =
      Pattern.compile(
          "      - name: (.*)\n(?:        if: .*\n)?        run: (\\|\n(?:          .*\n|\n)+|.*\n)");
  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir Path home;

  private final Map<String, String> environment = new TreeMap<>();
  private HttpServer app;
  private int asana;
  private String page;

  @BeforeEach
  void prepare() throws IOException, InterruptedException {
    app = EchoReceiver.start();
    try (var free = new ServerSocket(0)) {
      asana = free.getLocalPort();
    }
    page =
        Files.readString(Path.of(System.getProperty("project.root"), "docs", "ci.md"))
            .replace("8099", Integer.toString(asana))
            .replace("127.0.0.1:3000", "127.0.0.1:" + app.getAddress().getPort());
    Files.createDirectories(home.resolve("webhook-inspector-1.0/bin"));
    Files.createDirectories(home.resolve("tools"));
    script("your-app", "exec sleep 300");
    script("check-your-app", "exit 0");
    script(
        "webhook-inspector-1.0/bin/inspector",
        "echo $$ >> '" + home.resolve("pids") + "'\nexec " + quoted(Program.command()) + " \"$@\"");
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", home.toString());
    environment.put("RUNNER_TEMP", home.resolve("temp").toString());
    environment.put("GITHUB_ENV", home.resolve("env").toString());
    environment.put("GITHUB_PATH", home.resolve("path").toString());
    environment.put("API", "http://127.0.0.1:" + asana + "/api/1.0");
    environment.put("ASANA_ACCESS_TOKEN", "any-will-do");
    Files.createFile(home.resolve("env"));
    Files.createFile(home.resolve("path"));
    run("tar -czf tools/webhook-inspector.tar.gz webhook-inspector-1.0");
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> "'" + word + "'").reduce((a, b) -> a + " " + b).orElseThrow();
  }

  private void script(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void stop() throws IOException {
    app.stop(0);
    for (String pid : Files.readAllLines(home.resolve("pids"))) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(CiPageTest::end);
    }
  }

  private static void end(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Test
  void everyCommandDoesWhatThePageSays() throws Exception {
    List<String> steps = new ArrayList<>();
    STEP.matcher(page)
        .results()
        .forEach(step -> steps.add(step.group(2).replaceFirst("^\\|\n", "").stripIndent()));
    assertThat(steps).hasSizeGreaterThanOrEqualTo(10);
    for (String step : steps) {
      run(step);
    }
    List<String> blocks = new ArrayList<>();
    SHELL.matcher(page).results().skip(1).forEach(block -> blocks.add(block.group(1)));
    assertThat(blocks).hasSize(3);
    for (String block : blocks) {
      run(block);
    }
    assertThat(Files.readString(home.resolve("came.json"))).contains("\"action\":\"added\"");
  }

  /** As the runner does: each step in a shell of its own that ends at the first failure. */
  private void run(String step) throws IOException, InterruptedException {
    Path output = home.resolve("output.txt");
    var builder = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", step);
    builder.directory(home.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Files.readAllLines(home.resolve("env"))
        .forEach(line -> builder.environment().put(line.split("=", 2)[0], line.split("=", 2)[1]));
    String path = String.join(":", Files.readAllLines(home.resolve("path")));
    builder
        .environment()
        .merge("PATH", path, (old, added) -> added.isEmpty() ? old : added + ":" + old);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(step).isTrue();
    assertThat(process.exitValue()).as(step + "\n" + Files.readString(output)).isZero();
  }
}
