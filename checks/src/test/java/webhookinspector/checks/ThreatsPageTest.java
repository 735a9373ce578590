package webhookinspector.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/threats.md has every row once, and every test that it names exists. */
class ThreatsPageTest {

  /** The rows, by the letter of their table. */
  private static final Map<String, Integer> ROWS =
      new TreeMap<>(
          Map.of(
              "A", 19, "B", 18, "C", 10, "D", 14, "E", 14, "F", 7, "G", 7, "H", 15, "I", 12, "K",
              6));

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([A-K]\\d+) \\| (.+?) \\| (.+) \\|$");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");
  private static final Pattern CHECK = Pattern.compile("\\*check ([a-z0-9-]+)\\*");

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Map<String, String> TESTS = new TreeMap<>();
  private static String page = "";

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(ROOT.resolve("docs").resolve("threats.md"));
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path tests : modules.map(m -> m.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(tests)) {
          readTests(tests);
        }
      }
    }
  }

  private static void readTests(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        TESTS.merge(name, Files.readString(file), String::concat);
      }
    }
  }

  @Test
  void hasEveryRowOnce() {
    Stream<String> expected =
        ROWS.entrySet().stream()
            .flatMap(e -> IntStream.rangeClosed(1, e.getValue()).mapToObj(n -> e.getKey() + n));
    assertThat(rows().map(row -> row.group(1))).containsExactlyElementsOf(expected.toList());
  }

  @Test
  void namesTestsThatExist() {
    assertThat(rows().flatMap(row -> TEST.matcher(row.group(3)).results()))
        .filteredOn(test -> !exists(test))
        .extracting(MatchResult::group)
        .isEmpty();
  }

  @Test
  void namesChecksThatExist() {
    assertThat(rows().flatMap(row -> CHECK.matcher(row.group(3)).results()).map(c -> c.group(1)))
        .isSubsetOf(Checks.ALL.stream().map(Check::name).toList());
  }

  @Test
  void saysOfEachRowWhatShowsItOrThatItIsOpen() {
    UnaryOperator<String> shown =
        text -> TEST.matcher(CHECK.matcher(text).replaceAll("x")).replaceAll("x");
    assertThat(rows())
        .allSatisfy(
            row ->
                assertThat(row.group(3))
                    .as(row.group(1))
                    .satisfiesAnyOf(
                        text -> assertThat(shown.apply(text)).isNotEqualTo(text),
                        text -> assertThat(text).startsWith("open: "),
                        text -> assertThat(text).contains("pom.xml")));
  }

  private static boolean exists(MatchResult test) {
    String source = TESTS.getOrDefault(test.group(1), "");
    return !source.isEmpty()
        && (test.group(2) == null || source.contains("void " + test.group(2) + "("));
  }

  private static Stream<MatchResult> rows() {
    return ROW.matcher(page).results();
  }
}
