package webhookinspector.checks.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was built, tried as on a machine that has nothing of ours: each way ends with the demo, and
 * with how many deliveries it received and believed.
 */
final class Delivered {

  private final Path dist;

  /**
   * @param dist what {@code ./dev release} made
   */
  Delivered(Path dist) {
    this.dist = dist;
  }

  /** The archive with a runtime inside. */
  int withItsRuntime(Path home) throws Exception {
    return unpacked(home, only("-linux-[a-z0-9_]+\\.tar\\.gz"));
  }

  /** The archive that looks for a runtime on the machine. */
  int withTheMachinesRuntime(Path home) throws Exception {
    return unpacked(home, only("[0-9]\\.tar\\.gz"));
  }

  private static int unpacked(Path home, Path archive) throws Exception {
    new Run(home, home).lines("tar", "-xzf", archive.toString());
    try (Stream<Path> inside = Files.list(home)) {
      Path program = inside.filter(Files::isDirectory).findFirst().orElseThrow();
      return demo(home, program.resolve("bin/inspector"));
    }
  }

  /**
   * The Debian package, by dpkg, below a root of its own; then it is purged, and nothing is left.
   */
  int installed(Path root) throws Exception {
    Path state = Files.createDirectories(root.resolve("var/lib/dpkg"));
    Files.createDirectories(state.resolve("info"));
    Files.createDirectories(state.resolve("updates"));
    Files.createFile(state.resolve("status"));
    var run = new Run(root, root);
    dpkg(run, root, "--install", only("\\.deb").toString());
    int deliveries = demo(root, root.resolve("usr/bin/inspector"));
    verifyUnits(run, root);
    dpkg(run, root, "--purge", "webhook-inspector");
    for (String own : List.of("usr", "etc")) {
      if (Files.exists(root.resolve(own))) {
        throw new IOException(root.resolve(own) + ": left behind by the package");
      }
    }
    return deliveries;
  }

  /** They name the program where it will be; here it lies below the root. */
  private static void verifyUnits(Run run, Path root) throws Exception {
    Path copies = Files.createDirectory(root.resolve("units"));
    for (String name : List.of("webhook-inspector.service", "webhook-inspector.socket")) {
      String unit = Files.readString(root.resolve("usr/lib/systemd/system").resolve(name));
      Files.writeString(
          copies.resolve(name),
          unit.replace("=/usr/bin/inspector", "=" + root.resolve("usr/bin/inspector")));
    }
    run.lines(
        "systemd-analyze",
        "verify",
        "--man=no",
        copies + "/webhook-inspector.service",
        copies + "/webhook-inspector.socket");
  }

  /** What it depends on is on every Debian, and not below this root. */
  private static void dpkg(Run run, Path root, String verb, String what) throws Exception {
    run.lines("dpkg", "--root=" + root, "--force-depends", "--log=/dev/null", verb, what);
  }

  private static int demo(Path home, Path inspector) throws Exception {
    List<String> lines =
        new Run(home, home)
            .lines(
                inspector.toString(),
                "demo",
                "--for",
                "4s",
                "--output",
                "json",
                "--data",
                home.resolve("data").toString());
    return (int) lines.stream().filter(line -> line.contains("\"verdict\":\"authentic\"")).count();
  }

  /** The only file whose name ends so. */
  Path only(String end) throws IOException {
    try (Stream<Path> files = Files.list(dist)) {
      return files
          .filter(file -> file.toString().matches(".*" + end))
          .findFirst()
          .orElseThrow(() -> new IOException(dist + " has nothing that ends in " + end));
    }
  }
}
