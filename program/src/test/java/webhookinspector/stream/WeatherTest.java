package webhookinspector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.asana.http.Manner;
import webhookinspector.asana.http.OddServer;

/** Whatever the API answers: when it is asked again, and what is said meanwhile. */
class WeatherTest {

  private static final Manner BEGIN = Manner.json(412, "{\"errors\":[],\"sync\":\"a:0\"}");
  private static final Manner QUIET = Manner.json(200, "{\"data\":[],\"sync\":\"q:0\"}");

  @TempDir Path folder;

  private final Stage.Clock clock = new Stage.Clock();
  private final List<Instant> asked = new ArrayList<>();

  /** A manner of answering that writes down when it was asked. */
  private Manner noted(Manner manner) {
    return (socket, out) -> {
      synchronized (asked) {
        asked.add(clock.instant());
      }
      manner.answer(socket, out);
    };
  }

  private Stage follow(int rests, Manner... weather) throws IOException {
    boolean endless =
        List.of(weather).contains(Manner.HANG) || List.of(weather).contains(Manner.SLOW_DRIP);
    Duration timeout = endless ? Duration.ofMillis(1_500) : Duration.ofMinutes(1);
    Manner[] noted = Stream.of(weather).map(this::noted).toArray(Manner[]::new);
    try (OddServer server = OddServer.answering(noted);
        var stage = new Stage(folder, server.base(), clock, clock::jump, timeout)) {
      stage.follow(webhookinspector.stream.Manner.ALONE, rests);
      return stage;
    }
  }

  private Duration between(int one, int other) {
    return Duration.between(asked.get(one), asked.get(other));
  }

  static Stream<Arguments> closed() {
    String utf = "{\"errors\":[{\"message\":\"busy\"}]}";
    return Stream.of(
        Arguments.of("429 with seconds", Manner.tooMany("17"), 17),
        Arguments.of("429 without a word", Manner.error(429, "too many"), 60),
        Arguments.of("429 for an hour", Manner.tooMany("3600"), 3_600),
        Arguments.of(
            "503 with seconds",
            Manner.response(503, "Retry-After: 30\r\n", utf, StandardCharsets.UTF_8),
            30));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("closed")
  void waitsExactlyAsLongAsAsanaAsksAndSaysSo(String name, Manner closed, int seconds)
      throws IOException {
    Stage stage = follow(3, BEGIN, closed, QUIET);
    assertThat(between(1, 2)).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(stage.standings)
        .containsExactly(
            new Standing.Following(true),
            new Standing.Waiting(0, "Asana has had too many calls", asked.get(2)),
            new Standing.Following(true));
  }

  static Stream<Arguments> passing() {
    return Stream.of(
        Arguments.of("500", Manner.SERVER_ERROR, "Asana answered 500"),
        Arguments.of("502 page", Manner.BAD_GATEWAY_PAGE, "Asana answered 502"),
        Arguments.of("timeout", Manner.HANG, "no whole answer within"),
        Arguments.of("slow drip", Manner.SLOW_DRIP, "no whole answer within"),
        Arguments.of("cut", Manner.CUT_BODY, "no whole answer|broke before"),
        Arguments.of("garbage", Manner.GARBAGE, "no JSON that can be read"),
        Arguments.of("half a JSON", Manner.TRUNCATED_JSON, "no JSON that can be read"),
        Arguments.of("HTML with 200", Manner.LOGIN_PAGE, "an HTML page"),
        Arguments.of("no token", Manner.json(200, "{\"data\":[]}"), "the answer has no sync"),
        Arguments.of("elsewhere", Manner.redirectTo("http://127.0.0.1:1/"), "a redirect"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passing")
  void triesAgainLaterAndLaterAndSaysWhy(String name, Manner trouble, String because)
      throws IOException {
    Stage stage = follow(5, BEGIN, trouble, trouble, trouble, QUIET);
    assertThat(between(1, 2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(between(2, 3)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    assertThat(between(3, 4)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
    assertThat(stage.standings).hasSize(5);
    assertThat(stage.standings.get(1))
        .isInstanceOfSatisfying(
            Standing.Waiting.class,
            waiting -> {
              assertThat(waiting.failures()).isEqualTo(1);
              assertThat(waiting.because()).containsPattern(because).doesNotContain("\n");
              assertThat(waiting.until()).isEqualTo(asked.get(2));
            });
    assertThat(stage.standings.getLast()).isEqualTo(new Standing.Following(true));
    assertThat(stage.gaps).isEmpty();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(400, Manner.error(400, "resource: Must be a task, project or goal")),
        Arguments.of(401, Manner.error(401, "Not Authorized")),
        Arguments.of(402, Manner.error(402, "Payment Required")),
        Arguments.of(403, Manner.error(403, "Forbidden")),
        Arguments.of(404, Manner.error(404, "resource: Unknown object")),
        Arguments.of(451, Manner.error(451, "legal")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void doesNotAskAgainWhereAsanaWillSayNoAgain(int status, Manner no) throws IOException {
    Stage stage = follow(100, BEGIN, no);
    assertThat(asked).hasSize(2);
    assertThat(stage.standings.getLast())
        .isInstanceOfSatisfying(
            Standing.Ended.class, ended -> assertThat(ended.why().status()).isEqualTo(status));
    assertThat(stage.standings.getLast().toString()).doesNotContain("token-for-tests");
  }

  @Test
  void isNotDrivenByAServerThatAlwaysHasMore() throws IOException {
    int[] number = {0};
    Manner more =
        (socket, out) ->
            Manner.json(
                    200,
                    "{\"data\":[{\"action\":\"added\",\"resource\":{\"gid\":\""
                        + number[0]
                        + "\"}}],\"sync\":\""
                        + number[0]++
                        + ":0\",\"has_more\":"
                        + (number[0] < 300)
                        + "}")
                .answer(socket, out);
    follow(2, BEGIN, more);
    Instant start = asked.getFirst();
    assertThat(asked.stream().filter(at -> at.isBefore(start.plusSeconds(60))).count())
        .isLessThanOrEqualTo(120);
    assertThat(Duration.between(start, asked.getLast())).isGreaterThan(Duration.ofSeconds(200));
  }

  @Test
  void doesNotDrainPagesThatHoldNothing() throws IOException {
    follow(5, BEGIN, Manner.json(200, "{\"data\":[],\"sync\":\"m:0\",\"has_more\":true}"));
    assertThat(asked).hasSize(5);
    assertThat(between(3, 4)).isGreaterThan(Duration.ofSeconds(4));
  }

  @Test
  void keepsNothingTwiceWhenTheTokenStandsStill() throws IOException {
    String event = "{\"action\":\"added\",\"resource\":{\"gid\":\"1\"}}";
    Manner stuck = Manner.json(200, "{\"data\":[" + event + "],\"sync\":\"a:0\"}");
    try (OddServer server = OddServer.answering(noted(BEGIN), noted(stuck));
        var stage = new Stage(folder, server.base(), clock, clock::jump)) {
      stage.follow(webhookinspector.stream.Manner.ALONE, 4);
      assertThat(stage.kept()).isEmpty();
      assertThat(stage.standings.getLast().toString()).contains("the token that it was asked with");
    }
  }
}
