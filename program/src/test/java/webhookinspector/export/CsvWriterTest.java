package webhookinspector.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.imports.Shelf;
import webhookinspector.inbox.Marking;

class CsvWriterTest {

  @TempDir Path folder;

  /** Threat G4. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=1+1             | \"'=1+1\"",
        "+1               | \"'+1\"",
        "-1               | \"'-1\"",
        "@SUM(A1)         | \"'@SUM(A1)\"",
        "`\t=1`           | \"'\t=1\"",
        "`\r=1`           | \"'\\r=1\"",
        "=cmd|' /C calc'!A0 | x",
        "=HYPERLINK(\"x\",\"y\") | \"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
        "plain            | plain",
        "a,b              | \"a,b\"",
        "say \"x\"        | \"say \"\"x\"\"\"",
        "`two\nlines`     | `\"two\nlines\"`"
      })
  void neverLetsACellBeginAFormula(String value, String cell) {
    if (value.startsWith("=cmd")) {
      assertThat(CsvWriter.cell("=cmd|' /C calc'!A0")).isEqualTo("\"'=cmd|' /C calc'!A0\"");
      return;
    }
    assertThat(CsvWriter.cell(value)).isEqualTo(cell);
  }

  @Test
  void writesARowForEachEventAndOneWithoutEvents() {
    try (var shelf = new Shelf(folder, 1).withInbox()) {
      shelf.received("{\"events\":[]}");
      var two =
          shelf.received(
              "{\"events\":[{\"action\":\"=x\",\"resource\":{\"gid\":\"12345678901234567890\"}},"
                  + "{\"action\":\"added\",\"resource\":{\"gid\":\"2\"}}]}");
      shelf.registry.mark(two.id(), new Marking(false, "=HYPERLINK(1)"));
      var rows = shelf.exportText(ExportFormat.CSV).split("\r\n");
      assertThat(rows).hasSize(4);
      assertThat(rows[1]).contains(",ads,webhook,heartbeat,authentic,200,,,");
      assertThat(rows[2])
          .contains(",\"'=x\",,,12345678901234567890,")
          .endsWith(",\"'=HYPERLINK(1)\"");
      assertThat(rows[3]).contains(",added,,,2,");
    }
  }

  @ParameterizedTest
  @MethodSource("webhookinspector.inspection.HostileText#all")
  void makesControlsVisible(String text) {
    assertThat(CsvWriter.cell(text).chars())
        .noneMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f || c == 0x9b);
  }
}
