package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files out and in, and what is no longer kept, as somebody types it. */
class FilesCommandsTest {

  @TempDir Path folder;

  private Typed typed(String data, String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.resolve(data).toString()));
    return Typed.line(all.toArray(String[]::new));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Path twelve() throws IOException {
    var lines = new StringBuilder();
    for (int i = 10; i < 22; i++) {
      lines.append(
          """
          {"type":"delivery","id":"01J900000000000000000000%d","inbox":"ads",\
          "receivedAt":"2026-06-12T08:00:%dZ","headers":[],"body":"{\\"n\\":%d}"}
          """
              .formatted(i, i, i));
    }
    return Files.writeString(file("twelve.jsonl"), lines);
  }

  @Test
  void carriesDeliveriesFromOneFolderToAnother() throws IOException {
    Typed in = typed("one", "import", twelve().toString());
    assertThat(in.exit()).as(in.err()).isZero();
    assertThat(in.out())
        .endsWith(": 12 deliveries, 12 new, 0 here already; 0 of the new ones authentic\n");
    Typed out = typed("one", "export", "--file", file("a.jsonl.gz").toString());
    assertThat(out.exit()).as(out.err()).isZero();
    assertThat(out.out()).isEmpty();
    assertThat(out.err())
        .isEqualTo("Wrote 12 deliveries to " + file("a.jsonl.gz") + ". Signatures are withheld.\n");
    assertThat(typed("two", "import", file("a.jsonl.gz").toString()).exit()).isZero();
    Typed whole = typed("two", "export", "--keep-signatures");
    assertThat(whole.out()).isEqualTo(typed("one", "export", "--keep-signatures").out());
    assertThat(whole.err()).contains("keep it to yourself");
    assertThat(typed("two", "export", "id=01J90000000000000000000011").out().lines()).hasSize(3);
    typed("two", "export", "--file", file("b.csv").toString());
    assertThat(Files.readString(file("b.csv"))).startsWith("received_at,id,");
  }

  @Test
  void takesAFileFromStandardInput() throws IOException {
    String lines = Files.readString(twelve());
    Typed in = Typed.withInput(lines, "import", "-", "--data", folder.resolve("in").toString());
    assertThat(in.out()).startsWith("-: 12 deliveries, 12 new");
  }

  @Test
  void saysInWordsWhyThereIsNoBackup() throws IOException {
    typed("one", "import", twelve().toString());
    Path there = Files.writeString(file("there.zip"), "mine");
    Typed again = typed("one", "backup", there.toString());
    assertThat(again.exit()).isEqualTo(Exit.NOT_KEPT);
    assertThat(again.err())
        .startsWith("backup: " + there + ": it exists already")
        .contains("Name another place");
    assertThat(there).hasContent("mine");
    Path nowhere = file("no/such/folder.zip");
    assertThat(typed("one", "backup", nowhere.toString()).err())
        .contains("there is no such file or folder")
        .doesNotContain("Exception");
  }

  @Test
  void saysWhichLineIsWrongAndLeavesNoFileThatIsNotWhole() throws IOException {
    Path odd = Files.writeString(file("odd.jsonl"), Files.readString(twelve()) + "{\"type\":1}\n");
    Typed in = typed("one", "import", odd.toString());
    assertThat(in.exit()).isEqualTo(Exit.USAGE);
    assertThat(in.err()).startsWith(odd + ": line 13: type: 1 (expected: a text)");
    assertThat(typed("one", "list").out()).isEmpty();
    assertThat(typed("one", "import", file("none").toString()).err()).contains("cannot be read");
    Typed both = typed("one", "export", "--redact", "--keep-signatures");
    assertThat(both.exit()).isEqualTo(Exit.USAGE);
    Typed nowhere = typed("one", "export", "--file", folder.resolve("no/such/x").toString());
    assertThat(nowhere.exit()).isEqualTo(Exit.NOT_KEPT);
    assertThat(typed("one", "export", "(", "--file", file("x").toString()).exit())
        .isEqualTo(Exit.USAGE);
    assertThat(file("x")).doesNotExist();
    assertThat(file("x.part")).doesNotExist();
  }

  @Test
  void dropsAndSaysSoAtTheBeginningOfTheList() throws IOException {
    typed("one", "import", twelve().toString());
    typed("one", "pin", "01J90000000000000000000010");
    Typed dry = typed("one", "prune", "--keep-count", "5", "--dry-run");
    assertThat(dry.out())
        .startsWith("Would drop 6 deliveries (")
        .contains("more than 5 deliveries");
    assertThat(typed("one", "prune", "--keep-count", "5").out()).startsWith("Dropped 6 deliveries");
    Typed list = typed("one", "list");
    assertThat(list.out())
        .startsWith(
            "── no longer kept: 6 deliveries from 12 Jun 2026 08:00 to 12 Jun 2026 08:00,"
                + " more than 5 deliveries\n")
        .contains("#1\n", "#12\n");
    assertThat(typed("one", "list", "--output", "json").out().lines()).hasSize(6);
    assertThat(typed("one", "prune", "--keep-count", "5").out()).isEqualTo("Nothing to drop.\n");
    assertThat(typed("one", "prune", "id=01J90000000000000000000018").out())
        .contains("Dropped 1 deliveries", "by hand, by a filter");
  }

  @Test
  void asksWhatToDrop() {
    for (String[] words :
        new String[][] {
          {"prune"},
          {"prune", "kind=junk", "--keep-count", "5"},
          {"prune", "--older-than", "soon"},
          {"prune", "--keep-size", "much"}
        }) {
      Typed typed = typed("one", words);
      assertThat(typed.exit()).as(String.join(" ", words)).isEqualTo(Exit.USAGE);
      assertThat(typed.err()).contains("(expected: ");
    }
  }

  @Test
  void writesUtf8WhateverTheLocale() throws IOException {
    Files.writeString(
        file("u.jsonl"),
        "{\"type\":\"delivery\",\"headers\":[],\"body\":\"Größe 🚀\"}\n",
        StandardCharsets.UTF_8);
    typed("one", "import", file("u.jsonl").toString());
    assertThat(typed("one", "export").out()).contains("\"body\":\"Größe 🚀\"");
  }
}
