package webhookinspector.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.event.Change;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;

class FilterTest {

  private static final Event DUE_DATE_MOVED =
      new Event(
          "changed",
          Ref.of("1", "task"),
          null,
          null,
          null,
          new Change("due_on", "changed", null, null, null));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource_type=task",
        "resource_type=task,action=changed",
        "resource_type=task,action=changed,fields=due_on+assignee",
        "resource_type=story,resource_subtype=comment_added"
      })
  void isWrittenAsItIsRead(String text) {
    assertThat(Filter.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "task", "resource_type=", "colour=red", "action=added,action=removed", ","})
  void saysWhatWasExpectedInstead(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Filter.parse(text))
        .withMessageContaining("(expected: ");
  }

  @Test
  void wantsAllItsKeysToHold() {
    assertThat(Filter.ANY.matches(DUE_DATE_MOVED)).isTrue();
    assertThat(Filter.parse("action=changed,fields=due_on").matches(DUE_DATE_MOVED)).isTrue();
    assertThat(Filter.parse("action=changed,fields=name").matches(DUE_DATE_MOVED)).isFalse();
    assertThat(Filter.parse("resource_type=story,action=changed").matches(DUE_DATE_MOVED))
        .isFalse();
    assertThat(Filter.parse("resource_subtype=milestone").matches(DUE_DATE_MOVED)).isFalse();
  }

  @Test
  void isLintedAgainstTheLevelOfTheResource() {
    assertThat(FilterLint.of("project", List.of())).isEmpty();
    assertThat(FilterLint.of("workspace", List.of())).hasSize(1);
    assertThat(lint("workspace", "resource_type=task")).isTrue();
    assertThat(lint("workspace", "resource_type=project,action=added")).isFalse();
    assertThat(lint("project", "fields=due_on")).isTrue();
    assertThat(lint("project", "action=teleported")).isTrue();
  }

  private static boolean lint(String level, String filter) {
    return FilterLint.of(level, List.of(Filter.parse(filter))).stream()
        .anyMatch(FilterLint.Finding::refused);
  }
}
