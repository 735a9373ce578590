package webhookinspector.checks.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the bill of materials and the licence notices name every library that is shipped. */
final class Papers {

  private static final Pattern JAR = Pattern.compile("(.+)-(\\d[\\w.]*)\\.jar");

  private Papers() {}

  /**
   * What is missing.
   *
   * @param program the unpacked archive
   */
  static List<String> missing(Path program) throws IOException {
    JsonNode bill = JsonMapper.shared().readTree(program.resolve("doc/sbom.json"));
    List<String> billed =
        bill.required("components")
            .valueStream()
            .filter(component -> !component.path("licenses").isEmpty())
            .map(c -> c.required("name").asString() + "-" + c.required("version").asString())
            .toList();
    String notices = Files.readString(program.resolve("doc/THIRD-PARTY.txt"));
    var missing = new ArrayList<String>();
    for (String jar : jars(program)) {
      if (!billed.contains(jar)) {
        missing.add(jar + " with its licence in sbom.json");
      }
      String notice = JAR.matcher(jar + ".jar").replaceFirst(":$1:$2 ");
      if (!notices.contains(notice) && !isOurs(jar)) {
        missing.add(jar + " in THIRD-PARTY.txt");
      }
    }
    if (!Files.readString(program.resolve("doc/NOTICE")).contains("Preact")) {
      missing.add("Preact, which htm brings along, in NOTICE");
    }
    return missing;
  }

  private static List<String> jars(Path program) throws IOException {
    try (Stream<Path> jars = Files.list(program.resolve("app/lib"))) {
      return jars.map(jar -> jar.getFileName().toString().replaceFirst("\\.jar$", "")).toList();
    }
  }

  private static boolean isOurs(String jar) {
    return jar.matches("(protocol|simulator|page)-.*");
  }
}
