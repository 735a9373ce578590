package webhookinspector.web.jetty;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page's modules, found by following their imports from the first one. */
final class Modules {

  private static final String FIRST = "/page/js/main.js";
  private static final String LIBRARY = "/vendor/htm-preact.js";
  private static final Pattern IMPORT = Pattern.compile("from \"(\\.{1,2}/[^\"]+)\"");

  private Modules() {}

  /** A document with the wish to load all modules before its end of head. */
  static String preloaded(String document) {
    String links =
        all().stream()
            .map(path -> "<link rel=\"modulepreload\" href=\"" + path + "\">\n")
            .collect(Collectors.joining());
    return document.replace("</head>", links + "</head>");
  }

  /** Their paths; the library first, for all others wait for it. */
  static SequencedSet<String> all() {
    SequencedSet<String> found = new LinkedHashSet<>();
    found.add(LIBRARY);
    Deque<String> open = new ArrayDeque<>();
    open.add(FIRST);
    while (!open.isEmpty()) {
      String path = open.removeFirst();
      if (found.add(path)) {
        IMPORT
            .matcher(text(path))
            .results()
            .map(match -> Path.of(path).resolveSibling(match.group(1)).normalize().toString())
            .forEach(open::add);
      }
    }
    return found;
  }

  private static String text(String path) {
    return PageFiles.bytes("/webhookinspector" + path)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(
            () -> new IllegalStateException("page: " + path + " is imported and not there"));
  }
}
