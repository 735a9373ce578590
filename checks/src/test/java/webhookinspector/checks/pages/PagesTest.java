package webhookinspector.checks.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

  @TempDir Path root;

  private List<String> commandsOf(String page) throws IOException {
    Files.writeString(root.resolve("page.md"), page);
    return new Pages(root).commands("page.md").stream().map(Shown::text).toList();
  }

  @Test
  void takesEachLineOfAShellBlockButComments() throws IOException {
    assertThat(commandsOf("```sh\n# first\ninspector list   # all\n\nask \"$admin/x\"\n```\n"))
        .containsExactly("inspector list   # all", "ask \"$admin/x\"");
  }

  @Test
  void goesOnBehindABackslashAndInsideQuotes() throws IOException {
    assertThat(commandsOf("```sh\na \\\n  b\nc 'd\n e'\nf # it's\ng\n```\n"))
        .containsExactly("a \\\n  b", "c 'd\n e'", "f # it's", "g");
  }

  @Test
  void findsCommandsInProse() throws IOException {
    assertThat(commandsOf("Type `./inspector show ID`, or `inspector` alone, not `Inspector`.\n"))
        .containsExactly("./inspector show ID");
  }

  @Test
  void takesNoCommandInABlockOfAnotherKind() {
    assertThatThrownBy(() -> commandsOf("text\n```\n./inspector demo\n```\n"))
        .hasMessageContaining("page.md:3:");
  }

  @Test
  void leaveNoCommandThatNobodyKnows() {
    assertThat(Ways.of(new Shown("page.md", 1, "inspector list"))).isPresent();
    assertThat(Ways.of(new Shown("page.md", 1, "rm -rf /"))).isEmpty();
    assertThat(Ways.of(new Shown("page.md", 1, "sudo apt install something"))).isEmpty();
  }

  @Test
  void knowWhichOptionsThereAre() throws IOException {
    KnownOptions known = KnownOptions.in(Path.of(System.getProperty("project.root")));
    assertThat(known.complaints("inspector list --limit 20 | head -3")).isEmpty();
    assertThat(known.complaints("inspector list --limt 20"))
        .containsExactly("inspector list has no --limt");
    assertThat(known.complaints("inspector lst")).containsExactly("inspector lst: no such command");
  }
}
