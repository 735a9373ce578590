package webhookinspector.checks.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/**
 * {@code ./dev release} gives the same archives twice, and what it gives runs on a machine that has
 * nothing of ours: unpacked with the runtime inside, and out of the Debian package.
 */
public final class Release implements Check {

  @Override
  public String name() {
    return "release";
  }

  @Override
  public String promise() {
    return "archives are reproducible, and the program in them does its job";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("builds everything twice, which takes minutes");
    }
    Path root = Path.of("").toAbsolutePath();
    Path dist = root.resolve("dist");
    List<String> first = archives(root, dist);
    List<String> second = archives(root, dist);
    if (!first.equals(second)) {
      return Outcome.of(false, "two builds differ: " + first + " and " + second);
    }
    int unpacked = fromArchive(dist, folder);
    int installed = fromPackage(dist, folder);
    return Outcome.of(
        unpacked > 0 && installed > 0,
        first.size()
            + " archives, twice the same; authentic deliveries: "
            + unpacked
            + " unpacked, "
            + installed
            + " installed");
  }

  /** Builds them; their hashes. */
  private static List<String> archives(Path root, Path dist) throws Exception {
    run(root, root, root.resolve("dev").toString(), "release");
    try (Stream<String> sums = Files.lines(dist.resolve("SHA256SUMS"))) {
      return sums.filter(line -> line.endsWith(".tar.gz")).toList();
    }
  }

  private static int fromArchive(Path dist, Path folder) throws Exception {
    Path home = Files.createDirectory(folder.resolve("unpacked"));
    run(home, home, "tar", "-xzf", only(dist, "-linux-[a-z0-9_]+\\.tar\\.gz").toString());
    try (Stream<Path> inside = Files.list(home)) {
      return demo(home, inside.findFirst().orElseThrow().resolve("bin").resolve("inspector"));
    }
  }

  private static int fromPackage(Path dist, Path folder) throws Exception {
    Path home = Files.createDirectory(folder.resolve("installed"));
    run(home, home, "dpkg-deb", "-x", only(dist, "\\.deb").toString(), home.toString());
    return demo(home, home.resolve("usr").resolve("bin").resolve("inspector"));
  }

  private static int demo(Path home, Path inspector) throws Exception {
    List<String> lines =
        run(
            home,
            home,
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

  private static Path only(Path dist, String end) throws IOException {
    try (Stream<Path> files = Files.list(dist)) {
      return files
          .filter(file -> file.toString().matches(".*" + end))
          .findFirst()
          .orElseThrow(() -> new IOException(dist + " has nothing that ends in " + end));
    }
  }

  /** Standard output, line by line, of a program that finds no Java but its own or the usual. */
  private static List<String> run(Path home, Path folder, String... command) throws Exception {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HOME", realHome(home));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    var lines = new ArrayList<String>();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(lines::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
    }
    return lines;
  }

  /** A build needs its downloads; what is tried must do without anything of the user's. */
  private static String realHome(Path home) {
    return Files.exists(home.resolve("dev"))
        ? System.getProperty("user.home", "")
        : home.toString();
  }
}
