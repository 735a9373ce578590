package webhookinspector.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

  private final List<Optional<String>> told = new ArrayList<>();
  private final Answers answers = new Answers(told::add);

  private void follow(String text) {
    answers.follow(Script.parse(text, Duration.ZERO));
  }

  private List<Integer> next(int count) {
    var statuses = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      statuses.add(answers.next().status());
    }
    return statuses;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          500                                | 500 to every delivery
          fail                               | 500 to every delivery
          fail 3, then ok                    | 500 to the next 3, then 200 to every delivery
          fail 3, then succeed               | 500 to the next 3, then 200 to every delivery
          fail 3 times then 204              | 500 to the next 3, then 204 to every delivery
          cut the connection                 | a cut connection to every delivery
          cut 1, then 503 2 after 12s        | a cut connection to the next one, then 503 (12 s late) to the next 2, then our own
          ok after 500ms                     | 200 (500 ms late) to every delivery
          410 2, cut 1, ok                   | 410 to the next 2, then a cut connection to the next one, then 200 to every delivery
          """)
  void isReadAsPeopleWriteIt(String text, String meant) {
    assertThat(Script.parse(text, Duration.ZERO)).hasToString(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "100",
        "199",
        "600",
        "999",
        "often",
        "fail 0",
        "fail -1",
        "fail, then ok",
        "500 after",
        "500 after 12",
        "500 after 11m",
        "fail 1000000",
        "ok ok",
        "fail 3 ok",
        ", then ok",
        "cut cut"
      })
  void isRefusedWhenItCannotBeUnderstood(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Script.parse(text, Duration.ZERO))
        .withMessageContaining("(expected: ");
  }

  @Test
  void isLateWhereItDoesNotSayHowLate() {
    Script script = Script.parse("fail 1, then ok after 2s", Duration.ofSeconds(12));
    assertThat(script.steps())
        .extracting(step -> step.answer().late())
        .containsExactly(Duration.ofSeconds(12), Duration.ofSeconds(2));
  }

  @Test
  void isGivenStepByStepAndThenOurOwnAnswerComesBack() {
    follow("fail 2, then cut 1");
    assertThat(answers.onPurpose()).isTrue();
    assertThat(next(5)).containsExactly(500, 500, Answer.CUT, 200, 200);
    assertThat(answers.onPurpose()).isFalse();
    assertThat(told)
        .containsExactly(
            Optional.of(
                "answers on purpose: 500 to the next 2, then a cut connection to the next one, then our own"),
            Optional.of("answers on purpose: a cut connection to the next one, then our own"),
            Optional.empty());
  }

  @Test
  void goesOnForEverWithoutANumberUntilItIsStopped() {
    follow("503");
    assertThat(next(1_000)).containsOnly(503);
    answers.stop();
    answers.stop();
    assertThat(next(1)).containsExactly(200);
    assertThat(told).hasSize(2).last().isEqualTo(Optional.empty());
  }

  @Test
  void makesRoomForAnother() {
    follow("fail 5");
    next(2);
    follow("410 1");
    assertThat(next(2)).containsExactly(410, 200);
  }
}
