package webhookinspector.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @Test
  void keepsPathAndQueryAsTheyWereTyped() {
    Target target = Target.parse("http://localhost:3000/a%2Fb/../c?x=%20y");
    assertThat(target.requestTarget()).isEqualTo("/a%2Fb/../c?x=%20y");
    assertThat(target.authority()).isEqualTo("localhost:3000");
  }

  @Test
  void knowsTheUsualPorts() {
    assertThat(Target.parse("https://example.test").port()).isEqualTo(443);
    assertThat(Target.parse("http://[::1]/x").port()).isEqualTo(80);
    assertThat(Target.parse("http://[::1]/x").host()).isEqualTo("::1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "gopher://x/1",
        "jar:http://x!/y",
        "ftp://x/",
        "javascript:alert(1)",
        "//x/y",
        "x",
        "",
        "http:///x",
        "http://user@127.0.0.1/",
        "http://user:pw@x/",
        "http://x/#f",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.01/",
        "http://0x7f.0.0.1/",
        "http://x./",
        "http://x:0/",
        "http://x:70000/",
        "http://x/\r\nHost: y",
        "http://x/ y",
        "http://1.2.3.4.5/",
        "http://300.1.1.1/"
      })
  void refusesWhatCouldMeanTwoThings(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Target.parse(text))
        .withMessageContaining("expected:");
  }
}
