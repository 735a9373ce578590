package webhookinspector.checks.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is read: README, the other pages at the root and everything in docs/, but for pages of which
 * another test runs every command.
 */
final class Pages {

  /** Page by page, the test that runs what it shows. */
  private static final Set<String> RUN_ELSEWHERE =
      Set.of(
          "docs/commands.md", // ExamplesTest
          "docs/ci.md"); // CiPageTest

  /** Prose about commands that were, and about how things came to be; nobody types from it. */
  private static final Set<String> NOT_FOR_TYPING =
      Set.of("docs/decisions.md", "docs/threats.md", "docs/glossary.md");

  private static final Pattern INLINE =
      Pattern.compile(
          "`((?:\\./)?(?:inspector|dev|sudo|ssh|docker|systemctl|systemd-\\w+) [^`]+)`");

  private static final Pattern COMMAND_WORD =
      Pattern.compile("^\\s*(\\$ )?((\\./)?inspector|\\./dev|curl|ask|sudo|docker|systemctl) .*");

  private final Path root;

  Pages(Path root) {
    this.root = root;
  }

  /** Every command, page by page, in the order of the page. */
  List<Shown> commands() throws IOException {
    var shown = new ArrayList<Shown>();
    for (String page : names()) {
      shown.addAll(commands(page));
    }
    return shown;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md"),
              docs.map(file -> "docs/" + file.getFileName()).sorted())
          .filter(page -> page.endsWith(".md"))
          .filter(page -> !RUN_ELSEWHERE.contains(page) && !NOT_FOR_TYPING.contains(page))
          .toList();
    }
  }

  /** The commands of one page: its shell blocks, and what stands in backquotes between them. */
  List<Shown> commands(String page) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve(page));
    var found = new ArrayList<Shown>();
    String fence = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.stripLeading().startsWith("```")) {
        fence = fence == null ? line.strip().substring(3) : null;
      } else if (fence == null) {
        found.addAll(inProse(page, i + 1, line));
      } else if (fence.equals("sh")) {
        Shown shown = typed(page, lines, i);
        i += shown.text().split("\n", -1).length - 1;
        if (!shown.text().isBlank() && !shown.text().stripLeading().startsWith("#")) {
          found.add(shown);
        }
      } else if (COMMAND_WORD.matcher(line).matches()) {
        String where = page + ":" + (i + 1);
        throw new IOException(
            where + ": a command outside of a block that begins with ```sh: " + line);
      }
    }
    return found;
  }

  private static List<Shown> inProse(String page, int number, String line) {
    return INLINE
        .matcher(line)
        .results()
        .map(code -> new Shown(page, number, code.group(1)))
        .toList();
  }

  /** The command that begins in a line of a shell block, as far as it goes. */
  private static Shown typed(String page, List<String> lines, int begin) {
    String text = lines.get(begin);
    for (int i = begin + 1; goesOn(text) && !lines.get(i).startsWith("```"); i++) {
      text += "\n" + lines.get(i);
    }
    return new Shown(page, begin + 1, text);
  }

  /** Whether the next line belongs to it: a backslash at its end, or a quote that is still open. */
  private static boolean goesOn(String text) {
    if (text.endsWith("\\")) {
      return true;
    }
    char open = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open == 0 && c == '#' && (i == 0 || text.charAt(i - 1) == ' ')) {
        i = text.indexOf('\n', i) < 0 ? text.length() : text.indexOf('\n', i); // a comment
      } else if (open == 0 && (c == '\'' || c == '"')) {
        open = c;
      } else if (c == open) {
        open = 0;
      }
    }
    return open != 0;
  }
}
