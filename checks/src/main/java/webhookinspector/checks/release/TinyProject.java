package webhookinspector.checks.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Somebody's Maven project that uses the two libraries, from the repository that was made. */
final class TinyProject {

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>example</groupId>
        <artifactId>example</artifactId>
        <version>1</version>
        <properties>
          <maven.compiler.release>25</maven.compiler.release>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <repositories>
          <repository><id>dist</id><url>file:@REPOSITORY@</url></repository>
        </repositories>
        <dependencies>
          <dependency>
            <groupId>webhookinspector</groupId><artifactId>simulator</artifactId><version>@VERSION@</version>
          </dependency>
          <dependency>
            <groupId>webhookinspector</groupId><artifactId>protocol</artifactId><version>@VERSION@</version>
          </dependency>
        </dependencies>
      </project>
      """;

  private static final String MAIN =
      """
      import webhookinspector.delivery.Body;
      import webhookinspector.simulator.*;
      import webhookinspector.trust.*;

      class Main {
        public static void main(String[] args) {
          Body body = Body.of("{\\"events\\":[]}");
          Secret secret = Secret.of("b537207f20cbfa02357cf448134da559");
          try (var asana = Simulator.start(SimulatorSettings.DEFAULTS)) {
            System.out.println(Signature.of(secret, body).matches(secret, body) + " " + asana.project().name());
          }
        }
      }
      """;

  private final Path maven;
  private final Path folder;

  /**
   * @param maven the repository
   * @param folder empty
   */
  TinyProject(Path maven, Path folder) {
    this.maven = maven;
    this.folder = folder;
  }

  /** Builds and runs it without a network; what it said. */
  String says(String version, Path userHome) throws Exception {
    String pom = POM.replace("@REPOSITORY@", maven.toString()).replace("@VERSION@", version);
    Files.writeString(folder.resolve("pom.xml"), pom);
    Files.createDirectories(folder.resolve("src/main/java"));
    Files.writeString(folder.resolve("src/main/java/Main.java"), MAIN);
    Files.writeString(folder.resolve("settings.xml"), "<settings/>"); // no mirror
    Path repository = localRepository(userHome.resolve(".m2/repository"));
    var run = new Run(userHome, folder);
    run.lines(
        "mvn",
        "-B",
        "-o",
        "-s",
        "settings.xml",
        "-Daether.offline.protocols=file",
        "-Dmaven.repo.local=" + repository,
        "-Dmdep.outputFile=classpath.txt",
        "org.apache.maven.plugins:maven-compiler-plugin:3.15.0:compile",
        "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath");
    return String.join(
        "\n",
        run.lines(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            "target/classes:" + Files.readString(folder.resolve("classpath.txt")),
            "Main"));
  }

  /** All that was ever downloaded here, but nothing of ours: that must come from {@code dist/}. */
  private Path localRepository(Path real) throws IOException {
    Path local = Files.createDirectory(folder.resolve("repository"));
    try (Stream<Path> groups = Files.list(real)) {
      for (Path group : groups.filter(g -> !g.endsWith("webhookinspector")).toList()) {
        Files.createSymbolicLink(local.resolve(group.getFileName()), group);
      }
    }
    return local;
  }

  /** Which of sources and Javadoc a library does not bring along. */
  List<String> missing(String version) {
    return Stream.of("protocol", "simulator")
        .flatMap(library -> Stream.of(library + "-sources", library + "-javadoc"))
        .filter(jar -> !isThere(jar, version))
        .toList();
  }

  private boolean isThere(String jar, String version) {
    String library = jar.replaceFirst("-.*", "");
    String name = jar.replaceFirst("-", "-" + version + "-") + ".jar";
    Path file = maven.resolve("webhookinspector").resolve(library).resolve(version).resolve(name);
    String inside = jar.endsWith("javadoc") ? "index.html" : "webhookinspector/";
    try (var zip = new ZipFile(file.toFile())) {
      return zip.getEntry(inside) != null;
    } catch (IOException e) {
      return false;
    }
  }
}
