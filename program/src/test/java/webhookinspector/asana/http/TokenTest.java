package webhookinspector.asana.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.asana.AsanaUnreachable;

class TokenTest {

  private static final String CANARY = "2/canary/12:0123456789abcdef";

  private final JumpingClock clock = new JumpingClock();

  @Test
  void goesIntoOneHeaderAndNowhereElse() throws Exception {
    try (OddServer server = OddServer.answering(Manner.ME)) {
      asana(server.base(), CANARY).me();
      OddServer.Seen seen = server.seen().getFirst();
      assertThat(seen.headers()).containsEntry("authorization", "Bearer " + CANARY);
      assertThat(seen.path()).doesNotContain("canary");
      assertThat(seen.headers().values().toString().split("canary", -1)).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 429, 451, 500, 503})
  void isNotInAMessageEvenIfTheServerEchoesIt(int status) throws Exception {
    Manner echo =
        Manner.error(status, "Bearer " + CANARY + " and 2%2Fcanary%2F12%3A0123456789abcdef");
    try (OddServer server = OddServer.answering(echo)) {
      assertThatThrownBy(() -> asana(server.base(), CANARY).me())
          .satisfies(e -> assertThat(everythingAbout(e)).doesNotContain("canary"));
    }
  }

  @Test
  void isNotInAMessageAboutAStatusLineThatEchoesIt() throws Exception {
    Manner echo =
        (_, out) ->
            out.write(
                ("HTTP/1.1 Bearer " + CANARY + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    try (OddServer server = OddServer.answering(echo)) {
      assertThatThrownBy(() -> asana(server.base(), CANARY).me())
          .isInstanceOf(AsanaUnreachable.class)
          .satisfies(e -> assertThat(everythingAbout(e)).doesNotContain("canary"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "canary token", "canary\ntoken", "canary\u0000", "can\u00e4ry-canary"})
  void isRefusedWithoutBeingRepeatedWhenNoHeaderCanCarryIt(String token) throws Exception {
    try (OddServer server = OddServer.answering(Manner.ME)) {
      assertThatThrownBy(() -> asana(server.base(), token).me())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("token: " + token.length() + " characters (expected: ")
          .satisfies(e -> assertThat(everythingAbout(e)).doesNotContain("canary"));
      assertThat(server.seen()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void doesNotFollowARedirect(int status) throws Exception {
    try (OddServer elsewhere = OddServer.answering(Manner.ME);
        OddServer server =
            OddServer.answering(
                Manner.response(
                    status,
                    "Location: " + elsewhere.base() + "/users/me\r\n",
                    "",
                    StandardCharsets.UTF_8))) {
      assertThatThrownBy(() -> asana(server.base(), CANARY).me())
          .isInstanceOf(AsanaUnreachable.class)
          .hasMessageContaining("redirect, which is not followed because the token would go along");
      assertThat(elsewhere.seen()).isEmpty();
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Test
  void isNotInTheTextFormOfAnythingThatHoldsIt() {
    AsanaSettings settings =
        AsanaSettings.of(URI.create("http://127.0.0.1:1/api/1.0"), () -> CANARY, false);
    assertThat(settings.toString() + Token.of(CANARY)).doesNotContain("canary");
  }

  @Test
  void isReadAnewForEachCall() throws Exception {
    try (OddServer server = OddServer.answering(Manner.ME)) {
      var tokens = List.of("first-token", "second-token").iterator();
      HttpAsana asana =
          new HttpAsana(
              AsanaSettings.of(server.base(), tokens::next, false), clock, new Random(1), clock);
      asana.me();
      asana.me();
      assertThat(server.seen())
          .extracting(seen -> seen.headers().get("authorization"))
          .containsExactly("Bearer first-token", "Bearer second-token");
    }
  }

  private HttpAsana asana(URI base, String token) {
    AsanaSettings settings =
        AsanaSettings.of(base, () -> token, false)
            .withAttempts(2)
            .withTimeout(Duration.ofSeconds(2));
    return new HttpAsana(settings, clock, new Random(1), clock);
  }

  /** Message, causes, stack trace: all that could end up in a log. */
  private static String everythingAbout(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text + " " + e;
  }
}
