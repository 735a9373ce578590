package webhookinspector.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/page.md tells of every key, view, list and tab, and of no other. */
class PageIsDocumentedTest {

  private static final Path DOCS = Path.of(System.getProperty("project.root"), "docs", "page.md");

  private static final Map<String, String> SHOWN =
      Map.of(
          "ArrowDown", "↓",
          "ArrowUp", "↑",
          "Escape", "Esc",
          "PageDown", "PgDn",
          "PageUp", "PgUp",
          "Ctrl+k", "Ctrl K",
          "Meta+k", "⌘ K");

  private static String source(String file) throws IOException {
    try (InputStream in =
        PageIsDocumentedTest.class.getResourceAsStream("/webhookinspector/page/js/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Stream<MatchResult> all(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results();
  }

  private static List<String> rows(String section) throws IOException {
    String docs = Files.readString(DOCS);
    String part = docs.substring(docs.indexOf("\n## " + section + "\n") + 1);
    int end = part.indexOf("\n## ");
    return part.substring(0, end).lines().filter(line -> line.startsWith("| ")).skip(1).toList();
  }

  @Test
  void tellsOfEveryKey() throws IOException {
    List<String> keys =
        all("\\{ keys: \\[([^\\]]*)\\], says: \"([^\"]*)\"", source("chrome/keys.js"))
            .map(entry -> "| " + keys(entry.group(1)) + " | " + entry.group(2) + " |")
            .toList();
    assertThat(keys).hasSizeGreaterThan(20);
    assertThat(rows("Keys")).isEqualTo(keys);
  }

  private static String keys(String list) {
    return String.join(
        " ",
        all("\"([^\"]*)\"", list)
            .map(key -> "`" + SHOWN.getOrDefault(key.group(1), key.group(1)) + "`")
            .toList());
  }

  @Test
  void tellsOfEveryView() throws IOException {
    Stream<String> views =
        all("name: \"(\\w+)\", label: \"(\\w+)\"", source("views.js"))
            .map(view -> "| " + view.group(2) + " | `/?v=" + view.group(1) + "` |");
    assertThat(rows("Views"))
        .extracting(row -> row.substring(0, row.indexOf(" |", row.indexOf("`/?v=")) + 2))
        .containsExactlyElementsOf(
            Stream.concat(views, Stream.of("| Simulator | `/?v=simulator` |")).toList());
  }

  @Test
  void tellsOfEveryTab() throws IOException {
    assertThat(rows("An open delivery"))
        .extracting(row -> row.substring(2, row.indexOf(" |", 2)))
        .containsExactlyElementsOf(
            all("\\[\"\\w+\", \"([^\"]+)\", \\w+\\]", source("detail/detail.js"))
                .map(tab -> tab.group(1))
                .toList());
  }

  @Test
  void tellsOfEveryList() throws IOException {
    String docs = Files.readString(DOCS);
    String lists =
        String.join(
            ", ",
            all("label: \"(\\w+)\"", source("data/counts.js"))
                .map(list -> "*" + list.group(1) + "*")
                .toList());
    assertThat(docs).contains("The lists are filters with a name: " + lists + ".");
  }
}
