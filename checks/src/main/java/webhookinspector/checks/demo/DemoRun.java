package webhookinspector.checks.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/**
 * The acceptance line, by the launcher itself: {@code ./inspector demo --for 15s --output json}.
 */
public final class DemoRun implements Check {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String promise() {
    return "15 s of demo: ready, one handshake, 20 authentic deliveries; list shows exactly those";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path launcher = Path.of("inspector").toAbsolutePath();
    if (size == Size.QUICK || !Files.isExecutable(launcher)) {
      return Outcome.skipped("needs the launcher and 15 s; DemoTest is its small size");
    }
    String data = folder.resolve("data").toString();
    run(folder, launcher, "--version"); // builds, if anything changed
    List<JsonNode> shown =
        run(folder, launcher, "demo", "--for", "15s", "--output", "json", "--data", data);
    List<JsonNode> listed =
        run(folder, launcher, "list", "--output", "json", "--limit", "10000", "--data", data);
    long handshakes = count(shown, "handshake", "");
    long authentic = count(shown, "delivery", "authentic");
    boolean holds =
        count(shown, "ready", "") == 1
            && handshakes == 1
            && authentic >= 20
            && shown.size() == 2 + authentic
            && listed.equals(shown.subList(1, shown.size()));
    return Outcome.of(
        holds,
        String.format(
            Locale.ROOT,
            "%d lines: %d handshake, %d authentic deliveries; list shows %d",
            shown.size(),
            handshakes,
            authentic,
            listed.size()));
  }

  private static long count(List<JsonNode> lines, String type, String verdict) {
    return lines.stream()
        .filter(line -> line.path("type").asString("").equals(type))
        .filter(line -> verdict.isEmpty() || line.path("verdict").asString("").equals(verdict))
        .count();
  }

  /** Standard output, which must be JSON; a non-zero exit code or a process left behind fails. */
  private static List<JsonNode> run(Path folder, Path launcher, String... words)
      throws IOException, InterruptedException {
    File out = folder.resolve("out").toFile();
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(String.join(" ", words) + ": did not end with 0");
    }
    if (process.descendants().findAny().isPresent()) {
      throw new IOException(String.join(" ", words) + ": left a process behind");
    }
    return words[0].equals("--version")
        ? List.of()
        : Files.readAllLines(out.toPath()).stream().map(JSON::readTree).toList();
  }
}
