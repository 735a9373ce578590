package webhookinspector.checks.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks up what {@code ./dev} is asked for: nothing is built, but everything must be there. */
final class BuildVerbs {

  private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z]+|[0-9]+|[A-Z][A-Za-z]*Class");

  private final Path root;

  BuildVerbs(Path root) {
    this.root = root;
  }

  /** What is wrong with such a command; nothing if all is there. */
  String complaint(String text) throws IOException {
    String[] words = text.replaceAll(" +#.*", "").strip().split(" +", -1);
    String verb = words.length > 1 ? words[1] : "help";
    if (!Files.readString(root.resolve("dev")).contains("\n  " + verb) && !verb.equals("help")) {
      return "no such verb";
    }
    for (int i = 2; i < words.length; i++) {
      if (!PLACEHOLDER.matcher(words[i]).matches() && !isThere(verb, i, words[i])) {
        return words[i] + ": not known to " + verb;
      }
    }
    return "";
  }

  private boolean isThere(String verb, int place, String word) throws IOException {
    return switch (verb) {
      case "check" ->
          word.matches("all|page-all|--quick")
              || Files.readString(root.resolve("docs/checks.md")).contains("| `" + word + "` |");
      case "bench" ->
          Files.readString(root.resolve("scripts/bench.sh")).contains("\n" + word + " ");
      case "release" -> word.equals("archives");
      case "quick" -> place == 2 ? Files.exists(root.resolve(word + "/pom.xml")) : hasTest(word);
      default -> false;
    };
  }

  private boolean hasTest(String name) throws IOException {
    try (Stream<Path> files = Files.walk(root, 12)) {
      return files.anyMatch(file -> file.endsWith(name + ".java"));
    }
  }
}
