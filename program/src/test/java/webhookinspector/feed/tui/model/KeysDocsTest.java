package webhookinspector.feed.tui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeysDocsTest {

  @Test
  void docsTellOfEachKeyWhatTheHelpTells() throws IOException {
    Path page = Path.of(System.getProperty("project.root"), "docs", "terminal.md");
    assertThat(Files.readString(page)).contains(table(Keys.LIST), table(Keys.DETAILS));
  }

  private static String table(List<Binding> keys) {
    return keys.stream()
        .map(
            binding ->
                "| `" + binding.shown().replace(" ", "` `") + "` | " + binding.says() + " |\n")
        .collect(Collectors.joining("", "| key | does |\n|---|---|\n", ""));
  }
}
