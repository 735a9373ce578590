package webhookinspector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.history.FilterExpression.And;
import webhookinspector.history.FilterExpression.Before;
import webhookinspector.history.FilterExpression.Is;
import webhookinspector.history.FilterExpression.Or;
import webhookinspector.history.FilterExpression.Since;
import webhookinspector.history.FilterExpression.Words;

class FilterParserTest {

  private static final Instant NOW = Instant.parse("2026-06-12T10:00:00Z");
  private static final Is CHANGED = new Is(FilterField.ACTION, "changed", false);
  private static final Is ON_TASKS = new Is(FilterField.TYPE, "task", false);

  private static FilterExpression parse(String text) {
    return FilterParser.parse(text, NOW);
  }

  @Test
  void letsEverythingThroughWhenThereIsNothingToRead() {
    assertThat(parse("  ")).isEqualTo(FilterExpression.ALL);
  }

  @Test
  void wantsAllConditionsThatStandSideBySide() {
    assertThat(parse("action=changed type=task")).isEqualTo(new And(List.of(CHANGED, ON_TASKS)));
    assertThat(parse("action=changed and type=task"))
        .isEqualTo(new And(List.of(CHANGED, ON_TASKS)));
  }

  @Test
  void bindsSideBySideMoreTightlyThanOr() {
    assertThat(parse("action=changed type=task or kind=junk"))
        .isEqualTo(
            new Or(
                List.of(
                    new And(List.of(CHANGED, ON_TASKS)), new Is(FilterField.KIND, "junk", false))));
  }

  @Test
  void letsBracketsBindMoreTightlyThanAll() {
    assertThat(parse("action=changed (type=task or type!=task)"))
        .isEqualTo(
            new And(
                List.of(
                    CHANGED, new Or(List.of(ON_TASKS, new Is(FilterField.TYPE, "task", true))))));
  }

  @Test
  void looksForBareWordsAndForQuotedOnesWhateverTheirCase() {
    assertThat(parse("Login \"Fix  the=thing (or\\\" not)\""))
        .isEqualTo(new And(List.of(new Words("login"), new Words("fix  the=thing (or\" not)"))));
  }

  @Test
  void takesValuesInQuotes() {
    assertThat(parse("action=\"a b\" kind=\"events\""))
        .isEqualTo(
            new And(
                List.of(
                    new Is(FilterField.ACTION, "a b", false),
                    new Is(FilterField.KIND, "events", false))));
  }

  @Test
  void readsFieldNamesAndClosedValuesWhateverTheirCase() {
    assertThat(parse("Verdict=Forged")).isEqualTo(new Is(FilterField.VERDICT, "forged", false));
    assertThat(parse("id=01j9")).isEqualTo(new Is(FilterField.ID, "01J9", false));
  }

  @Test
  void countsAgesBackFromNow() {
    assertThat(parse("since=2h before=30m"))
        .isEqualTo(
            new And(
                List.of(
                    new Since(Instant.parse("2026-06-12T08:00:00Z")),
                    new Before(Instant.parse("2026-06-12T09:30:00Z")))));
    assertThat(parse("since=2026-06-11"))
        .isEqualTo(new Since(Instant.parse("2026-06-11T00:00:00Z")));
    assertThat(parse("since=2026-06-11T02:00:00+02:00"))
        .isEqualTo(new Since(Instant.parse("2026-06-11T00:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "kind=x| 6| x (expected: handshake, events, heartbeat or junk)",
        "kind=event| 6| event (expected: handshake, events, heartbeat or junk; did you mean events?)",
        "type=x actoin=y| 8| actoin (expected: a field such as action; did you mean action?)",
        "action=| 8| no value (expected: one right behind it, such as action=changed)",
        "action!=| 9| no value (expected: one right behind it, such as action=changed)",
        "action:changed| 7| :changed (expected: = or !=, or the whole in quotes to look for it)",
        "answer>400| 7| >400 (expected: = or !=, or the whole in quotes to look for it)",
        "since=soon| 7| soon (expected: an age such as 30s",
        "since!=2h| 1| since!= (expected: =; the opposite of since is before)",
        "\"abc| 1| the quote is never closed",
        "(type=task| 1| ( is never closed",
        "type=task)| 10| ) (expected: a ( in front of it)",
        "type=task or| 13| the filter ends here (expected: a condition",
        "or type=task| 1| or (expected: a condition in front of it",
        "()| 2| ) (expected: a condition",
        "\"\"| 1| nothing in quotes",
        "=x| 1| =x (expected: a field: action, type,",
        "colour=red| 1| colour (expected: a field: action, type,",
      })
  void saysWhereAndWhatWasExpected(String filter, int position, String problem) {
    assertThatThrownBy(() -> parse(filter))
        .isInstanceOfSatisfying(
            FilterProblem.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessageStartingWith("filter: position " + position + ": " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "type=x actoin=y| type=x action=y",
        "Actoin!=y| action!=y",
        "type=task kind=evnts since=2h| type=task kind=events since=2h",
        "action:changed type=task| action=changed type=task",
        "since!=2h| before=2h",
        "(type=task| (type=task)",
        "type=task)| type=task",
        "\"Fix login| \"Fix login\"",
      })
  void saysHowTheWholeFilterShouldBe(String filter, String mended) {
    assertThatThrownBy(() -> parse(filter))
        .isInstanceOfSatisfying(FilterProblem.class, e -> assertThat(e.mended()).contains(mended))
        .hasMessageEndingWith("\nTry: " + mended);
    assertThat(parse(mended)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer>400", "kind=\"evnts\"", "colour=red", "action=", "()", "action:"})
  void doesNotGuessWhereItDoesNotKnow(String filter) {
    assertThatThrownBy(() -> parse(filter))
        .isInstanceOfSatisfying(FilterProblem.class, e -> assertThat(e.mended()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"since=999999w", "since=+999999999-01-01T00:00:00Z"})
  void takesTimesFarAway(String filter) {
    assertThat(parse(filter)).isInstanceOf(Since.class);
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertThatThrownBy(() -> parse("a".repeat(2_001))).hasMessageContaining("at most 2000");
    assertThatThrownBy(() -> parse("(".repeat(500))).hasMessageContaining("too deep");
  }

  /** Whatever is typed: either a filter or a problem with a place in it. */
  @Test
  void neverFailsOtherwise() {
    var random = new Random(7);
    String alphabet = "action=!\"\\() or kind verdict:since=2h<>\u202e\u0000é🚀\t\n";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        int from = random.nextInt(alphabet.length());
        text.append(alphabet, from, Math.min(alphabet.length(), from + 1 + random.nextInt(7)));
      }
      try {
        parse(text.toString());
      } catch (FilterProblem e) {
        assertThat(e.position()).as(text.toString()).isBetween(1, text.length() + 1);
      }
    }
  }
}
