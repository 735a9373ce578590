package webhookinspector.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/filters.md says what the help, the completion and the API say. */
class FilterDocsTest {

  private static String docs() throws IOException {
    return Files.readString(Path.of(System.getProperty("project.root"), "docs/filters.md"));
  }

  static List<FilterHelp> fields() {
    return FilterHelp.FIELDS;
  }

  @ParameterizedTest
  @MethodSource("fields")
  void describesEveryFieldInTheSameWords(FilterHelp help) throws IOException {
    String row =
        docs()
            .lines()
            .filter(line -> line.startsWith("| `" + help.field() + "` |"))
            .findFirst()
            .orElse("");
    assertThat(row.replace("`", ""))
        .startsWith("| " + help.field() + " | " + help.of() + " | " + help.says());
    if (help.closed()) {
      help.values().forEach(value -> assertThat(row).contains("`" + value.value() + "`"));
    }
  }

  @Test
  void offersOnlyValuesThatCanBeRead() {
    for (FilterHelp help : FilterHelp.FIELDS) {
      help.values().forEach(value -> read(help.field() + "=" + value.value()));
    }
    FilterHelp.EXAMPLES.forEach(example -> read(example.filter()));
  }

  private static void read(String filter) {
    assertThat(FilterParser.parse(filter, Instant.EPOCH)).isNotEqualTo(FilterExpression.ALL);
  }
}
