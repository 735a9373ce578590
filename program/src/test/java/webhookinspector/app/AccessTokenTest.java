package webhookinspector.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.web.Refusal;

class AccessTokenTest {

  @TempDir Path folder;

  @Test
  void comesFromTheEnvironmentInTheOrderOfTheContract() {
    assertThat(token(null, Map.of("ASANA_ACCESS_TOKEN", " one ", "TEMP_PAT", "two")).get())
        .isEqualTo("one");
    assertThat(token(null, Map.of("ASANA_ACCESS_TOKEN", "", "TEMP_PAT", "two")).get())
        .isEqualTo("two");
  }

  @Test
  void comesFromAFileThatIsReadAgainAtEachUse() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "first\n");
    AccessToken token = token(file, Map.of("ASANA_ACCESS_TOKEN", "other"));
    assertThat(token.get()).isEqualTo("first");
    Files.writeString(file, "renewed\n");
    assertThat(token.get()).isEqualTo("renewed");
  }

  @Test
  void comesFromStandardInputOnlyOnce() {
    InputStream in = new ByteArrayInputStream("piped\n".getBytes(UTF_8));
    AccessToken token = AccessToken.from(Path.of("-"), surroundings(Map.of()), in);
    assertThat(token.get()).isEqualTo("piped");
    assertThat(token.get()).isEqualTo("piped");
  }

  @Test
  void saysWhereToPutOneWhenThereIsNone() {
    assertThatThrownBy(() -> token(null, Map.of()).get())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("ASANA_ACCESS_TOKEN");
  }

  @Test
  void isNeverShownNotEvenWhenItIsBroken() {
    AccessToken token = token(null, Map.of("ASANA_ACCESS_TOKEN", "canary and more"));
    assertThatThrownBy(token::get).isInstanceOf(Refusal.class).message().doesNotContain("canary");
    assertThat(token).asString().doesNotContain("canary");
  }

  private static AccessToken token(@Nullable Path file, Map<String, String> variables) {
    return AccessToken.from(file, surroundings(variables), InputStream.nullInputStream());
  }

  private static Surroundings surroundings(Map<String, String> variables) {
    return new Surroundings(variables, Path.of("home"), Clock.systemUTC(), ZoneOffset.UTC, "test");
  }
}
