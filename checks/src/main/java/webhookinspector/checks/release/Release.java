package webhookinspector.checks.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/**
 * {@code ./dev release} gives the same archives from another folder, in another time zone, language
 * and umask; and what it gives does its job on a machine that has nothing of ours.
 */
public final class Release implements Check {

  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "TZ", "Pacific/Auckland",
          "JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR");

  @Override
  public String name() {
    return "release";
  }

  @Override
  public String promise() {
    return "archives are reproducible; archives, package and libraries do their job elsewhere";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("builds everything twice, which takes minutes");
    }
    Path root = Path.of("").toAbsolutePath();
    Path userHome = Path.of(System.getProperty("user.home", ""));
    List<String> elsewhere = builtElsewhere(root, userHome, folder.resolve("elsewhere"));
    new Run(userHome, root).lines(root.resolve("dev").toString(), "release");
    Path dist = root.resolve("dist");
    List<String> here = sums(dist);
    if (here.isEmpty() || !here.equals(elsewhere)) {
      return Outcome.of(false, "two builds differ: " + here + " and " + elsewhere);
    }
    return tried(dist, userHome, folder, here.size());
  }

  private static Outcome tried(Path dist, Path userHome, Path folder, int archives)
      throws Exception {
    var delivered = new Delivered(dist);
    int own = delivered.withItsRuntime(Files.createDirectory(folder.resolve("own")));
    Path plain = Files.createDirectory(folder.resolve("plain"));
    int machines = delivered.withTheMachinesRuntime(plain);
    int installed = delivered.installed(Files.createDirectory(folder.resolve("installed")));
    Path program = onlyFolder(plain);
    String version = program.getFileName().toString().replaceFirst("webhook-inspector-", "");
    var missing = new ArrayList<>(Papers.missing(program));
    var project =
        new TinyProject(dist.resolve("maven"), Files.createDirectory(folder.resolve("project")));
    missing.addAll(project.missing(version));
    String said = project.says(version, userHome);
    boolean holds = own > 0 && machines > 0 && installed > 0 && missing.isEmpty();
    return Outcome.of(
        holds && said.equals("true Build board"),
        ("%d archives, twice the same; authentic deliveries: %d with its own runtime, %d with the"
                + " machine's, %d installed and purged; the libraries in a project: %s%s")
            .formatted(
                archives,
                own,
                machines,
                installed,
                said,
                missing.isEmpty() ? "" : "; missing: " + missing));
  }

  /** The archives of a copy of the sources, made in other surroundings; their hashes. */
  private static List<String> builtElsewhere(Path root, Path userHome, Path copy) throws Exception {
    Files.createDirectory(copy);
    new Run(userHome, root)
        .lines(
            "bash",
            "-c",
            "umask 027; git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents --no-preserve=mode -t \"$0\""
                + " && chmod +x \"$0\"/dev \"$0\"/release/inspector",
            copy.toString());
    new Run(userHome, copy)
        .lines(ELSEWHERE, "bash", "-c", "umask 027; exec ./dev release archives");
    return sums(copy.resolve("dist"));
  }

  private static List<String> sums(Path dist) throws Exception {
    try (Stream<String> sums = Files.lines(dist.resolve("SHA256SUMS"))) {
      return sums.filter(line -> line.endsWith(".tar.gz")).toList();
    }
  }

  private static Path onlyFolder(Path home) throws Exception {
    try (Stream<Path> inside = Files.list(home)) {
      return inside
          .filter(path -> path.getFileName().toString().startsWith("webhook-inspector-"))
          .findFirst()
          .orElseThrow();
    }
  }
}
