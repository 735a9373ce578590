package webhookinspector.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.storage.SecretsKey;
import webhookinspector.web.Refusal;

class SecretsKeyFileTest {

  private static final String KEY = "5a".repeat(32);
  private static final String OTHER = "5b".repeat(32);

  @TempDir Path home;

  private Path file(String text) throws IOException {
    return Files.writeString(home.resolve("secrets.key"), text);
  }

  private SecretsKey read(@Nullable Path file) {
    return SecretsKeyFile.of(new DataFolder(home.resolve("data"), file));
  }

  private void assertRefused(Path file, String why) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(file))
        .withMessageStartingWith("secrets-key: ")
        .withMessageContaining(why)
        .withMessageNotContaining(KEY)
        .matches(refusal -> refusal.code() == Refusal.Code.BAD_INPUT);
  }

  @Test
  void isNoneWhereNoneIsNamed() {
    assertThat(read(null).seals()).isFalse();
  }

  @Test
  void mayEndInALineAndStandInCapitals() throws Exception {
    SecretsKey key = read(file("  " + KEY.toUpperCase(Locale.ROOT) + "\r\n"));
    assertThat(read(file(KEY)).open(key.seal("s", "p"), "p")).isEqualTo("s");
  }

  @Test
  void sealsWithTheFirstAndOpensWithAll() throws Exception {
    String before = read(file(OTHER)).seal("s", "p");
    SecretsKey both = read(file(KEY + "\n" + OTHER + "\n"));
    assertThat(both.open(before, "p")).isEqualTo("s");
    assertThat(read(file(KEY)).open(both.seal("s", "p"), "p")).isEqualTo("s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "5a5a",
        "not a key at all",
        "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5g",
        "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a",
        "５a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a",
        "\u0000\u001b[2J"
      })
  void isRefusedWhenItIsNone(String text) throws Exception {
    assertRefused(file(text), "is no key (expected: 64 hex digits)");
  }

  @Test
  void isRefusedWithRubbishBelowIt() throws Exception {
    assertRefused(file(KEY + "\n# the old one\n"), "is no key");
  }

  @Test
  void isRefusedWhenThereAreTooMany() throws Exception {
    assertThat(read(file((KEY + "\n").repeat(16))).seals()).isTrue();
    assertRefused(file((KEY + "\n").repeat(100_000)), "at most 16");
  }

  @Test
  void isRefusedWhereItCannotBeRead() {
    assertRefused(home.resolve("nowhere"), "there is no such file");
    assertRefused(home, "cannot be read");
    assertRefused(Path.of("/dev/zero"), "is no key");
  }

  @Test
  void isRefusedBesideWhatItSeals() {
    assertRefused(home.resolve("data/../data/secrets.key"), "lies in the data folder");
  }
}
