package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever follows a link of README or docs gets somewhere. */
class LinksTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);

  @Test
  void everyLinkLeadsToAFileAndAHeading() throws IOException {
    var broken = new ArrayList<String>();
    for (Path page : pages()) {
      String text = CODE.matcher(Files.readString(page)).replaceAll("");
      LINK.matcher(text)
          .results()
          .filter(link -> !isThere(page, link.group(1), link.group(2)))
          .forEach(link -> broken.add(ROOT.relativize(page) + ": " + link.group()));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageStandsInTheIndex() throws IOException {
    String index = Files.readString(DOCS.resolve("README.md"));
    assertThat(pages())
        .filteredOn(page -> page.startsWith(DOCS) && !page.endsWith("README.md"))
        .allSatisfy(page -> assertThat(index).contains("(" + page.getFileName() + ")"));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> atTheRoot = Files.list(ROOT);
        Stream<Path> inDocs = Files.list(DOCS)) {
      return Stream.concat(atTheRoot, inDocs).filter(p -> p.toString().endsWith(".md")).toList();
    }
  }

  private static boolean isThere(Path page, String target, String heading) {
    Path file = target.isEmpty() ? page : page.resolveSibling(target).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    try (Stream<String> lines = heading == null ? Stream.empty() : Files.lines(file)) {
      return heading == null
          || lines.filter(l -> l.startsWith("#")).anyMatch(l -> anchor(l).equals(heading));
    } catch (IOException e) {
      return false;
    }
  }

  /** As the usual forges make it. */
  private static String anchor(String line) {
    return line.replaceFirst("^#+ ", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
