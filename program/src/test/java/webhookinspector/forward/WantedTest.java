package webhookinspector.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {

  @Test
  void isAnAddressThatGetsEverything() {
    assertThat(Wanted.parse(" http://localhost:3000/hook "))
        .isEqualTo(new Wanted("http://localhost:3000/hook", ""));
  }

  @Test
  void isAnAddressWithAFilterBehindTheWordWhere() {
    assertThat(Wanted.parse("http://localhost:3000/hook where action=changed \"where else\""))
        .isEqualTo(new Wanted("http://localhost:3000/hook", "action=changed \"where else\""));
  }

  @Test
  void isACommandAsItWasTyped() {
    assertThat(Wanted.command(" ./handle.sh where it is ").address())
        .isEqualTo("exec ./handle.sh where it is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:3000",
        "ftp://localhost/",
        "file:///etc/passwd",
        "gopher://x/",
        "jar:http://x!/",
        "http://user@localhost/",
        "http://2130706433/",
        "http://localhost/ action=changed",
        "http://localhost/\r\nX: y",
        "http://localhost/ where actoin=changed"
      })
  void isRefusedWhenItCannotBeUnderstood(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Wanted.parse(text));
  }
}
