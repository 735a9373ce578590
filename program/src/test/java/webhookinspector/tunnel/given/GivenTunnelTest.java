package webhookinspector.tunnel.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTunnelTest {

  @Test
  void isTheAddressThatWasGivenWithoutATrailingSlash() {
    var tunnel = new GivenTunnel(URI.create("https://inspector.example.com/asana/"));
    assertThat(tunnel.open(8090).publicUrl())
        .isEqualTo(URI.create("https://inspector.example.com/asana"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inspector.example.com",
        "ftp://inspector.example.com",
        "https:///in",
        "https://user:secret@inspector.example.com",
        "https://inspector.example.com/?x=1",
        "https://inspector.example.com/#x"
      })
  void refusesWhatNoInboxCanHangUnder(String address) {
    assertThatThrownBy(() -> new GivenTunnel(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("public-url: ")
        .hasMessageContaining("(expected: ")
        .hasMessageNotContaining("secret");
  }
}
