package webhookinspector.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

  @Test
  void readsAndWritesAgesAndSizes() {
    assertThat(Amount.age("30d")).isEqualTo(Duration.ofDays(30));
    assertThat(Amount.age("2w")).isEqualTo(Duration.ofDays(14));
    assertThat(Amount.age(Duration.ofHours(36))).isEqualTo("36 h");
    assertThat(Amount.age(Duration.ofDays(30))).isEqualTo("30 d");
    assertThat(Amount.age(Duration.ofSeconds(90))).isEqualTo("90 s");
    assertThat(Amount.size("5GB")).isEqualTo(5_000_000_000L);
    assertThat(Amount.size("500mb")).isEqualTo(500_000_000L);
    assertThat(Amount.size(5_000_000_000L)).isEqualTo("5.0 GB");
    assertThat(Amount.size(123_456L)).isEqualTo("123 KB");
    assertThat(Amount.size(7)).isEqualTo("7 B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "d", "-1d", "1.5d", "30 d", "5", "5G", "GB", "99999999999GB"})
  void saysWhatItExpects(String odd) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amount.age(odd))
        .withMessage(odd + " (expected: an age such as 12h, 30d or 4w)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Amount.size(odd))
        .withMessage(odd + " (expected: a size such as 500MB or 5GB)");
  }
}
