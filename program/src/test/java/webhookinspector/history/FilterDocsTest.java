package webhookinspector.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterDocsTest {

  @ParameterizedTest
  @EnumSource(FilterField.class)
  void describesEveryField(FilterField field) throws IOException {
    String docs = Files.readString(Path.of(System.getProperty("project.root"), "docs/filters.md"));
    assertThat(docs)
        .contains("| `" + field.word() + "` | " + (field.ofEvent() ? "event" : "delivery") + " |");
    if (field.isClosed()) {
      field.choices().forEach(value -> assertThat(docs).contains("`" + value + "`"));
    }
  }
}
