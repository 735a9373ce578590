package webhookinspector.asana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsanaBaseTest {

  @ParameterizedTest
  @CsvSource({
    "https://app.asana.com/api/1.0,https://app.asana.com/api/1.0",
    "https://app.asana.com/api/1.0/,https://app.asana.com/api/1.0",
    "http://127.0.0.1:8100/api/1.0,http://127.0.0.1:8100/api/1.0",
    "http://localhost:8100/api/1.0,http://localhost:8100/api/1.0",
    "http://[::1]:8100/api/1.0,http://[::1]:8100/api/1.0"
  })
  void letsAsanaAndLoopbackHaveTheToken(URI base, URI trimmed) {
    assertThat(AsanaBase.check(base, false)).isEqualTo(trimmed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.test/api/1.0",
        "https://evil.test/api/1.0",
        "http://app.asana.com/api/1.0",
        "https://app.asana.com:8443/api/1.0",
        "https://app.asana.com.evil.test/api/1.0",
        "https://asana.com/api/1.0",
        "http://127.0.0.1.evil.test/api/1.0",
        "http://localhost.evil.test/api/1.0",
        "http://2130706433/api/1.0",
        "http://10.0.0.1/api/1.0",
        "http://169.254.169.254/api/1.0"
      })
  void refusesEverybodyElseUnlessTheUserAllowsIt(URI base) {
    assertThatThrownBy(() -> AsanaBase.check(base, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("api-base: ")
        .hasMessageContaining("--allow-api-base");
    assertThat(AsanaBase.check(base, true)).isEqualTo(base);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.asana.com@evil.test/api/1.0",
        "https://user:pass@127.0.0.1/api/1.0",
        "https://app.asana.com/api/1.0?x=y",
        "https://app.asana.com/api/1.0#x",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "app.asana.com/api/1.0"
      })
  void refusesWhatIsNoPlainAddressEvenIfAllowed(URI base) {
    assertThatThrownBy(() -> AsanaBase.check(base, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContainingAny("pass", "passwd");
  }
}
