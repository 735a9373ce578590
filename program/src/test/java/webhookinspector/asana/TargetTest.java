package webhookinspector.asana;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  private static final URI SIMULATOR = URI.create("http://127.0.0.1:8100/api/1.0");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8090/in/key",
        "https://LOCALHOST./in/key",
        "http://inspector.localhost/in/key",
        "http://127.0.0.1:8090/in/key",
        "http://127.1.2.3/in/key",
        "http://[::1]/in/key",
        "http://0.0.0.0/in/key",
        "http://10.1.2.3/in/key",
        "http://192.168.1.2/in/key",
        "http://172.16.0.1/in/key",
        "http://172.31.255.1/in/key",
        "http://169.254.169.254/in/key",
        "http://100.64.0.1/in/key",
        "http://[fd00::1]/in/key",
        "http://[fe80::1]/in/key",
        "http://printer.local/in/key",
        "http://db.internal/in/key"
      })
  void refusesWhatAsanaCannotReachAndSaysWhatToType(URI target) {
    assertThatThrownBy(() -> Target.check(AsanaBase.DEFAULT, target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("target: ")
        .hasMessageContaining("--public-url")
        .hasMessageNotContaining("key");
    assertThatCode(() -> Target.check(SIMULATOR, target)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://inspector.example.com/in/key",
        "https://1a2b.ngrok.app/in/key",
        "http://203.0.113.9:3000/in/key",
        "https://172.32.0.1/in/key",
        "https://localhost.example.com/in/key"
      })
  void letsPublicAddressesThrough(URI target) {
    assertThatCode(() -> Target.check(AsanaBase.DEFAULT, target)).doesNotThrowAnyException();
  }

  @Test
  void refusesOtherSchemesEvenForTheSimulator() {
    assertThatThrownBy(() -> Target.check(SIMULATOR, URI.create("ftp://example.com/in/key")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
