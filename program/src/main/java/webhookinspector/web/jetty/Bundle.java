package webhookinspector.web.jetty;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page's modules in two files, so that a visit costs six requests and not ninety: what the
 * first look needs, and the rest, which comes while nobody waits. Each module becomes a function of
 * its own, behind those it imports; what it says stays word for word. It may only be written in the
 * few forms that are known here, and must be no part of a circle.
 */
final class Bundle {

  static final String FIRST = "/page/main.js";
  static final String REST = "/page/rest.js";

  private static final String ENTRY = "/page/js/main.js";
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import \\{ ([^}]+) \\} from \"([^\"]+)\";$");
  private static final Pattern LATER = Pattern.compile("import\\(\"([^\"]+)\"\\)");
  private static final Pattern PASSED_ON =
      Pattern.compile("(?m)^export \\{ ([^}]+) \\} from \"(/[^\"]+)\";$");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export (?=(?:const|class|(?:async )?function) (\\w+))");
  private static final Pattern UNKNOWN = Pattern.compile("(?m)^(?:import|export)\\b.*$");

  private final List<String> first = new ArrayList<>();
  private final List<String> all = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  private Bundle() {
    add(ENTRY);
    first.addAll(all);
    for (int i = 0; i < all.size(); i++) { // the list grows while it is walked
      String path = all.get(i);
      matches(LATER, text(path)).forEach(match -> add(resolved(path, match.group(1))));
    }
  }

  /** What the first look needs; runs by itself. */
  static String first() {
    var bundle = new Bundle();
    return "import * as library from \"/vendor/htm-preact.js\";\n" + bundle.written(bundle.first);
  }

  /** All other modules. */
  static String rest() {
    var bundle = new Bundle();
    List<String> rest = bundle.all.subList(bundle.first.size(), bundle.all.size());
    String known = bundle.first.stream().map(bundle::name).collect(Collectors.joining(", "));
    return "import { " + known + " } from \"" + FIRST + "\";\n" + bundle.written(rest);
  }

  /** Behind everything that it imports. */
  private void add(String path) {
    if (all.contains(path)) {
      return;
    }
    if (open.contains(path)) {
      throw new IllegalStateException("page: " + path + " imports itself by way of " + open);
    }
    open.addLast(path);
    matches(IMPORT, text(path))
        .map(match -> match.group(2))
        .filter(from -> from.startsWith("."))
        .forEach(from -> add(resolved(path, from)));
    open.removeLast();
    all.add(path);
  }

  private String written(List<String> paths) {
    String names = paths.stream().map(this::name).collect(Collectors.joining(", "));
    return paths.stream().map(this::module).collect(Collectors.joining())
        + "export { "
        + names
        + " };\n";
  }

  private String module(String path) {
    String text = text(path);
    List<String> told = matches(EXPORT, text).map(match -> match.group(1)).collect(toList());
    for (MatchResult passed : matches(PASSED_ON, text).toList()) {
      List.of(passed.group(1).split(", ")).forEach(name -> told.add(name + ": library." + name));
    }
    String body = PASSED_ON.matcher(text).replaceAll("");
    body = IMPORT.matcher(body).replaceAll(match -> taken(path, match));
    body = LATER.matcher(body).replaceAll(match -> asked(resolved(path, match.group(1))));
    body = EXPORT.matcher(body).replaceAll("");
    matches(UNKNOWN, body)
        .findFirst()
        .ifPresent(
            line -> {
              throw new IllegalStateException("page: " + path + " has " + line.group());
            });
    return "const %s = (() => { // %s%n%s%nreturn { %s };%n})();%n"
        .formatted(name(path), path, body, String.join(", ", told));
  }

  private String taken(String path, MatchResult match) {
    String from = match.group(2);
    String module = from.startsWith(".") ? name(resolved(path, from)) : "library";
    return "const { " + match.group(1).replace(" as ", ": ") + " } = " + module + ";";
  }

  private String asked(String path) {
    return first.contains(path)
        ? "Promise.resolve(" + name(path) + ")"
        : "import(\"" + REST + "\").then((rest) => rest." + name(path) + ")";
  }

  private String name(String path) {
    return "m" + all.indexOf(path);
  }

  private static Collector<String, ?, List<String>> toList() {
    return Collectors.toCollection(ArrayList::new);
  }

  private static Stream<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  private static String resolved(String path, String from) {
    return Path.of(path).resolveSibling(from).normalize().toString();
  }

  private static String text(String path) {
    Optional<byte[]> bytes = PageFiles.bytes("/webhookinspector" + path);
    return new String(
        bytes.orElseThrow(() -> new IllegalStateException("page: " + path + " is not there")),
        StandardCharsets.UTF_8);
  }
}
