package webhookinspector.asana.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;

class RefusalsTest {

  private static final String HANDSHAKE_LOST =
      "The remote server which is intended to receive the webhook did not respond with the handshake"
          + " secret.";
  private static final String WRONG_STATUS =
      "The remote server which is intended to receive the webhook responded with an incorrect status"
          + " code: ";
  private static final URI TARGET = URI.create("http://127.0.0.1:9/in/key");

  private final JumpingClock clock = new JumpingClock();

  @Test
  void blamesTheRelayForALostHandshakeAndNotTheToken() {
    refusal(
        400,
        HANDSHAKE_LOST,
        "Asana reached you; your answer lost X-Hook-Secret on the way. The token is fine.");
  }

  @ParameterizedTest
  @CsvSource({
    "401,let POST /in/ through",
    "302,give the final address",
    "404,something else than the receiver",
    "502,does not reach the receiver behind it",
    "418,see what answers there"
  })
  void saysWhoAnsweredInsteadOfUs(int status, String words) {
    refusal(400, WRONG_STATUS + status, words);
  }

  @Test
  void sendsTheUserToTheTwinOfADuplicate() {
    refusal(
        403,
        "Duplicated webhook. You already have an existing webhook for the given resource and target.",
        "inspector webhooks delete GID");
  }

  @ParameterizedTest
  @CsvSource({
    "401,Not Authorized,set ASANA_ACCESS_TOKEN",
    "402,Payment Required,paid plans",
    "403,Forbidden,1000 webhooks",
    "404,resource: Unknown object,whose token it is",
    "429,too many,Wait as long as it asks",
    "451,legal,administrator"
  })
  void explainsEachStatusBelowAsanasOwnWords(int status, String message, String words) {
    refusal(status, message, words.replace("1000", "1,000"));
  }

  @Test
  void explainsAWebhookThatIsGone() throws Exception {
    try (OddServer server =
        OddServer.answering(Manner.error(404, "webhook: Unknown object: 900"))) {
      assertThatThrownBy(() -> asana(server).webhook("900"))
          .isInstanceOf(AsanaRefused.class)
          .hasMessageContaining("perhaps by Asana after 24 h of failures")
          .hasMessageContaining("inspector webhooks list");
      assertThat(server.seen()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void isFinalAtTheFirstAnswer(int status) throws Exception {
    try (OddServer server = OddServer.answering(Manner.error(status, "no"))) {
      assertThatThrownBy(() -> asana(server).me()).isInstanceOf(AsanaRefused.class);
      assertThat(server.seen()).hasSize(1);
      assertThat(clock.slept()).isEmpty();
    }
  }

  @Test
  void makesControlsInForeignWordsVisible() throws Exception {
    try (OddServer server = OddServer.answering(Manner.error(403, "no\\u001b[2Jway\\u202e"))) {
      assertThatThrownBy(() -> asana(server).me())
          .hasMessageContaining("no\\u001b[2Jway\\u202e")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u001b", "\u202e"));
    }
  }

  @Test
  void takesAnErrorPageForSomebodyElses() throws Exception {
    try (OddServer server =
        OddServer.answering(Manner.page(403, "<html>blocked by policy</html>"))) {
      assertThatThrownBy(() -> asana(server).me())
          .isInstanceOf(AsanaUnreachable.class)
          .hasMessageContaining("got 403 with an HTML page")
          .hasMessageContaining("Something between us and Asana answered");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"gid\":\"900\"}}",
        "{\"data\":{},\"X-Hook-Secret\":\"0f1e2d3c4b5a69788796a5b4c3d2e1f0\"}",
        "{\"data\":{\"gid\":\"900\"},\"X-Hook-Secret\":\"with blanks in it\"}",
        "{}"
      })
  void doesNotTakeA201WithoutRecordOrSecret(String body) throws Exception {
    try (OddServer server = OddServer.answering(Manner.json(201, body))) {
      assertThatThrownBy(() -> asana(server).create("1", TARGET, List.of()))
          .isInstanceOf(AsanaUnreachable.class)
          .hasMessageContaining("the answer has no ");
    }
  }

  private void refusal(int status, String message, String words) {
    try (OddServer server = OddServer.answering(Manner.error(status, message))) {
      assertThatThrownBy(() -> asana(server).create("1", TARGET, List.of()))
          .isInstanceOfSatisfying(
              AsanaRefused.class,
              e -> {
                assertThat(e.status()).isEqualTo(status);
                assertThat(e.messages()).containsExactly(message);
              })
          .hasMessageStartingWith("Asana answered " + status + ": " + message + "\n")
          .hasMessageContaining(words);
      assertThat(server.seen()).hasSize(1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpAsana asana(OddServer server) {
    AsanaSettings settings = AsanaSettings.of(server.base(), () -> "token-for-tests", false);
    return new HttpAsana(settings, clock, new Random(1), clock);
  }
}
