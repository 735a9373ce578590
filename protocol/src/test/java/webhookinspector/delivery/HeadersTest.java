package webhookinspector.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class HeadersTest {

  private static final Headers HEADERS =
      Headers.of("x-HOOK-id", "1", "Accept", "a", "X-Hook-Id", "2", "accept", "b");

  @Test
  void keepOrderCaseAndRepeats() {
    assertThat(HEADERS)
        .extracting(Header::name)
        .containsExactly("x-HOOK-id", "Accept", "X-Hook-Id", "accept");
  }

  @Test
  void areFoundWithoutCaseInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(HEADERS.all("X-HOOK-ID")).containsExactly("1", "2");
      assertThat(HEADERS.first("x-hook-id")).contains("1");
      assertThat(HEADERS.has("Authorization")).isFalse();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void comeInPairs() {
    assertThatIllegalArgumentException().isThrownBy(() -> Headers.of("Accept"));
  }
}
