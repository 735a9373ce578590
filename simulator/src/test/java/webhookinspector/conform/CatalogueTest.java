package webhookinspector.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final String BEGIN = "<!-- checks: begin -->\n";
  private static final String END = "<!-- checks: end -->\n";

  @Test
  void hasMoreThanFortyChecksWithIdsOfTheirOwn() {
    assertThat(Catalogue.checks()).hasSizeGreaterThan(60);
    assertThat(Catalogue.checks()).extracting(Check::id).doesNotHaveDuplicates();
    assertThat(Catalogue.checks())
        .extracting(Check::id)
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void saysWhyAndHowToMendForEveryCheck() {
    assertThat(Catalogue.checks())
        .allSatisfy(
            check -> {
              assertThat(check.title()).matches("[A-Z].*[^.]");
              assertThat(check.why()).endsWith(".");
              assertThat(check.mend()).endsWith(".");
              assertThat(check.source()).isNotBlank();
            });
  }

  /** Any check can find that the receiver ends on bad input; none asks for it alone. */
  @Test
  void pointsToEveryMistakeButOne() {
    assertThat(EnumSet.complementOf(EnumSet.of(Mistake.ENDS_ITSELF)))
        .isEqualTo(Catalogue.checks().stream().map(Check::mistake).collect(Collectors.toSet()));
  }

  /** The table between the marks in docs/conform.md is this one; copy it from the failure. */
  @Test
  void isTheTableInTheDocumentation() throws IOException {
    Path page = Path.of(System.getProperty("project.root"), "docs", "conform.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();

    assertThat(text.substring(begin, text.indexOf(END))).isEqualTo(table());
  }

  private static String table() {
    return Catalogue.checks().stream()
        .map(CatalogueTest::row)
        .collect(
            Collectors.joining(
                "",
                "| check | a conforming receiver | weight | points to | needs |\n|---|---|---|---|---|\n",
                ""));
  }

  private static String row(Check check) {
    String needs =
        check.needs().stream().sorted().map(Need::word).collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(
            check.id(),
            check.title().replace("\\", "\\\\"),
            check.severity() == Severity.MUST ? "must" : "should",
            check.mistake().words(),
            needs);
  }
}
