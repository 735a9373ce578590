package webhookinspector.asana.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;

class FaultsTest {

  private static final URI TARGET = URI.create("http://127.0.0.1:9/in/key");

  private final JumpingClock clock = new JumpingClock();

  static Stream<Arguments> passingFaults() {
    return Stream.of(
        arguments(
            "server error",
            Manner.SERVER_ERROR,
            "answered 500: Server Error (phrase: 6 sad squid)"),
        arguments("bad gateway", Manner.BAD_GATEWAY_PAGE, "answered 502"),
        arguments("reset", Manner.RESET, "the connection broke"),
        arguments("hang", Manner.HANG, "no whole answer within"),
        arguments("garbage", Manner.GARBAGE, "got 200 with no JSON that can be read"),
        arguments("truncated JSON", Manner.TRUNCATED_JSON, "got 200 with no JSON that can be read"),
        arguments("cut body", Manner.CUT_BODY, "the connection broke"),
        arguments("login page", Manner.LOGIN_PAGE, "got 200 with an HTML page"),
        arguments("slow drip", Manner.SLOW_DRIP, "no whole answer within"),
        arguments("huge body", Manner.HUGE_BODY, "more than 8 MiB"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passingFaults")
  void getsOverAFaultThatPasses(String name, Manner fault, String words) throws Exception {
    try (OddServer server = OddServer.answering(fault, fault, Manner.ME)) {
      assertThat(asana(server).me().name()).isEqualTo("Ann");
      assertThat(server.seen()).hasSize(3);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passingFaults")
  void tellsWhatHappenedAfterABoundedNumberOfAttempts(String name, Manner fault, String words)
      throws Exception {
    try (OddServer server = OddServer.answering(fault)) {
      assertThatThrownBy(() -> asana(server).me())
          .isInstanceOf(AsanaUnreachable.class)
          .hasMessageStartingWith("GET /users/me at " + server.base())
          .hasMessageContaining(words)
          .satisfies(e -> assertThat(e.getMessage()).hasLineCount(2));
      // The JDK's client itself asks once more when a GET's connection breaks before an answer.
      int perAttempt = fault.equals(Manner.RESET) ? 2 : 1;
      assertThat(server.seen()).hasSize(3 * perAttempt);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passingFaults")
  void neverCreatesASecondTime(String name, Manner fault, String words) throws Exception {
    try (OddServer server = OddServer.answering(fault)) {
      assertThatThrownBy(() -> asana(server).create("1", TARGET, List.of()))
          .isInstanceOf(AsanaUnreachable.class);
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Test
  void neverUpdatesASecondTime() throws Exception {
    try (OddServer server = OddServer.answering(Manner.RESET)) {
      assertThatThrownBy(() -> asana(server).update("1", List.of()))
          .isInstanceOf(AsanaUnreachable.class);
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Test
  void takesAWebhookForDeletedWhenOnlyTheFirstAnswerWasLost() throws Exception {
    try (OddServer server =
        OddServer.answering(Manner.RESET, Manner.error(404, "webhook: Unknown object: 900"))) {
      asana(server).delete("900");
      assertThat(server.seen()).extracting(OddServer.Seen::method).containsOnly("DELETE");
    }
  }

  @Test
  void saysThatThereIsNoWebhookWhenItWasTheFirstAnswer() throws Exception {
    try (OddServer server =
        OddServer.answering(Manner.error(404, "webhook: Unknown object: 900"))) {
      assertThatThrownBy(() -> asana(server).delete("900")).isInstanceOf(AsanaRefused.class);
    }
  }

  @Test
  void readsAnAnswerWhoseCharsetIsWrong() throws Exception {
    try (OddServer server = OddServer.answering(Manner.WRONG_CHARSET)) {
      assertThat(asana(server).me().name()).isEqualTo("Zo\ufffd");
    }
  }

  @Test
  void namesAnAddressWhereNothingListens() throws Exception {
    OddServer gone = OddServer.answering(Manner.ME);
    gone.close();
    assertThatThrownBy(() -> asana(gone).me())
        .isInstanceOf(AsanaUnreachable.class)
        .hasMessageContaining("nothing listens there");
  }

  @Test
  void restsLongerAndLongerAtRandomBetweenAttempts() throws Exception {
    try (OddServer server = OddServer.answering(Manner.SERVER_ERROR)) {
      HttpAsana asana =
          new HttpAsana(settings(server).withAttempts(7), clock, new Random(1), clock);
      assertThatThrownBy(asana::me).isInstanceOf(AsanaUnreachable.class);
      List<Duration> slept = clock.slept();
      assertThat(slept).hasSize(6);
      for (int i = 0; i < slept.size(); i++) {
        assertThat(slept.get(i))
            .isBetween(Duration.ZERO, Duration.ofMillis(500L << Math.min(i, 4)));
      }
      assertThat(slept).doesNotHaveDuplicates();
    }
  }

  private HttpAsana asana(OddServer server) {
    return new HttpAsana(settings(server), clock, new Random(1), clock);
  }

  private static AsanaSettings settings(OddServer server) {
    return AsanaSettings.of(server.base(), () -> "token-for-tests", false)
        .withAttempts(3)
        .withTimeout(Duration.ofMillis(300))
        .withCreateTimeout(Duration.ofMillis(300));
  }
}
