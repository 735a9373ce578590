package webhookinspector.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Body;
import webhookinspector.inspection.HostileText;
import webhookinspector.inspection.JsonLayout;

class BodyTextTest {

  @Test
  void laysJsonOut() {
    assertThat(JsonLayout.of("{\"events\":[{\"a\":1,\"b\":[]},{}],\"c\":\"x,y:{z}\"}"))
        .isEqualTo(
            """
            {
              "events": [
                {
                  "a": 1,
                  "b": []
                },
                {}
              ],
              "c": "x,y:{z}"
            }""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\":1.10,\"big\":123456789012345678901234567890,\"e\":1E+2}",
        "{\"b\":1,\"a\":2,\"a\":3}",
        "{\"s\":\"\\u00e9\\/\\\"\"}",
        "{ \"spaced\" : [ 1 , 2 ] }",
        "{\"open\":[[[",
        "}}}]]],,,:::",
        "{\"unterminated\":\"abc",
        "{\"ends in a backslash\":\"abc\\"
      })
  void movesNothingButBlanks(String json) {
    assertThat(JsonLayout.of(json).replaceAll("\\s", "")).isEqualTo(json.replaceAll("\\s", ""));
  }

  @Test
  void bearsAnyTextWithoutHarm() {
    var random = new Random(7);
    String alphabet = "{}[]\",:\\ \n1aé";
    for (int round = 0; round < 5_000; round++) {
      var text = new StringBuilder("{");
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(JsonLayout.of(text.toString()).replaceAll("\\s", ""))
          .isEqualTo(text.toString().replaceAll("\\s", ""));
    }
  }

  @Test
  void saysThatItIsNotTheBytesThatCame() {
    assertThat(BodyText.of(Body.of("{}"), 7).getFirst())
        .isEqualTo(
            "Body, laid out for reading (the bytes that came: inspector show 7 --raw > FILE)");
    assertThat(BodyText.of(Body.of("hello"), 7).getFirst()).startsWith("Body, controls made");
    assertThat(BodyText.of(Body.of(""), 7)).containsExactly("Body: empty");
  }

  @Test
  void showsWhatIsNotTextInHex() {
    assertThat(BodyText.of(Body.of(new byte[] {(byte) 0xff, 0x00, 0x1b}), 7))
        .endsWith("  0000  ff 00 1b");
    assertThat(BodyText.of(Body.of(new byte[2_000_000]), 7).toString()).doesNotContain("\u0000");
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(BodyText.of(Body.of("x".repeat(1_000_000)), 7).getLast())
        .isEqualTo("  … 934464 more characters");
  }

  @ParameterizedTest
  @MethodSource("webhookinspector.inspection.HostileText#all")
  void letsNoBodySteerTheTerminal(String hostile) {
    for (String body : new String[] {hostile, "{\"name\":\"" + hostile + "\"}"}) {
      assertThat(BodyText.of(Body.of(body), 1))
          .allSatisfy(line -> assertThat(HostileText.isHarmless(line.replace("\t", ""))).isTrue());
    }
  }
}
