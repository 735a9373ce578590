package webhookinspector.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.delivery.Body;
import webhookinspector.event.Content;
import webhookinspector.event.Event;

class SentenceTest {

  private static final Names KNOWN =
      gid ->
          Optional.ofNullable(
              Map.of("1007", "Ann", "1008", "Ben", "10555", "Fix login", "10099", "Sprint board")
                  .get(gid));

  /**
   * Events from fragments of JSON; every gid that is not named otherwise has more than 6 digits.
   */
  private static List<Event> events(String... events) {
    Content content = Content.of(Body.of("{\"events\":[" + String.join(",", events) + "]}"));
    return ((Content.Events) content).events();
  }

  private static String event(String action, String resource, String parent, String change) {
    return "{\"action\":\"%s\",\"resource\":%s,\"parent\":%s,\"user\":%s%s}"
        .formatted(
            action,
            ref(resource),
            ref(parent),
            ref("user 1200000000000007"),
            change.isEmpty() ? "" : ",\"change\":" + change);
  }

  /** {@code task/default_task 1200} as JSON. */
  private static String ref(String words) {
    if (words.isEmpty()) {
      return "null";
    }
    String[] parts = words.split("[/ ]", -1);
    String subtype = parts.length == 3 ? ",\"resource_subtype\":\"" + parts[1] + "\"" : "";
    return "{\"gid\":\"%s\",\"resource_type\":\"%s\"%s}"
        .formatted(parts[parts.length - 1], parts[0], subtype);
  }

  private static String sentence(String event) {
    return Sentence.of(events(event).getFirst(), Names.none());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "added|task 1200000000000555|project 1200000000000099|User …0007 added task …0555 to project …0099",
        "added|task 1200000000000555|section 1200000000000044|User …0007 added task …0555 to section …0044",
        "added|task 1200000000000555|task 1200000000000444|User …0007 added subtask …0555 to task …0444",
        "added|project 1200000000000099|''|User …0007 created project …0099",
        "removed|task 1200000000000555|section 1200000000000044|User …0007 removed task …0555 from section …0044",
        "removed|task 1200000000000555|''|User …0007 removed task …0555",
        "deleted|task 1200000000000555|''|User …0007 deleted task …0555",
        "undeleted|task 1200000000000555|''|User …0007 restored task …0555",
        "changed|task 1200000000000555|''|User …0007 changed task …0555",
        "frobnicated_twice|task 1200000000000555|''|User …0007 did “frobnicated twice” to task …0555",
        "''|task 1200000000000555|''|Something happened to task …0555",
        "added|custom_thing 1200000000000555|''|User …0007 created custom thing …0555",
        "added|story/comment_added 1200000000000777|task 1200000000000555|User …0007 commented on task …0555",
        "deleted|story/comment_added 1200000000000777|task 1200000000000555|User …0007 deleted a comment on task …0555",
        "changed|story/comment_added 1200000000000777|''|User …0007 edited a comment",
        "added|story/marked_complete 1200000000000777|task 1200000000000555|'Log of task …0555: marked complete, by user …0007'",
        "added|story/section_changed 1200000000000777|task 1200000000000555|'Log of task …0555: moved to another section, by user …0007'",
        "added|story/brand_new_kind 1200000000000777|''|'Log: brand new kind, by user …0007'",
        "added|story 1200000000000777|task 1200000000000555|User …0007 added a story on task …0555",
      })
  void saysWhatHappenedToWhat(String action, String resource, String parent, String expected) {
    assertThat(sentence(event(action, resource, parent, ""))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name|changed|''|User …0007 renamed task …0555",
        "completed|changed|''|User …0007 completed or reopened task …0555",
        "completed_at|changed|''|User …0007 changed the completion time of task …0555",
        "due_on|changed|''|User …0007 changed the due date of task …0555",
        "notes|changed|''|User …0007 changed the description of task …0555",
        "assignee|changed|\"new_value\":user 1200000000000008|User …0007 assigned task …0555 to user …0008",
        "assignee|changed|''|User …0007 unassigned task …0555",
        "followers|added|\"added_value\":user 1200000000000008|User …0007 added user …0008 to the followers of task …0555",
        "tags|removed|\"removed_value\":tag 1200000000000666|User …0007 removed tag …0666 from the tags of task …0555",
        "tags|added|''|User …0007 added something to the tags of task …0555",
        "custom_fields|changed|\"new_value\":custom_field 1200000000000321|User …0007 changed custom field …0321 of task …0555",
        "custom_fields|changed|''|User …0007 changed a custom field of task …0555",
        "brand_new_field|changed|''|User …0007 changed the brand new field of task …0555",
        "parent|changed|\"new_value\":task 1200000000000444|User …0007 set the parent of task …0555 to task …0444",
        "''|changed|''|User …0007 changed task …0555",
      })
  void saysWhichFieldChanged(String field, String action, String value, String expected) {
    String json =
        "{\"field\":\"%s\",\"action\":\"%s\"%s}".formatted(field, action, withValue(value));
    assertThat(sentence(event("changed", "task 1200000000000555", "", json))).isEqualTo(expected);
  }

  private static String withValue(String value) {
    int colon = value.indexOf(':');
    return colon < 0 ? "" : "," + value.substring(0, colon + 1) + ref(value.substring(colon + 1));
  }

  @Test
  void saysNamesWhereTheyAreKnown() {
    Event event =
        events(
                "{\"action\":\"added\",\"user\":"
                    + ref("user 1007")
                    + ",\"resource\":"
                    + ref("task 10555")
                    + ",\"parent\":"
                    + ref("project 10099")
                    + "}")
            .getFirst();
    assertThat(Sentence.of(event, KNOWN))
        .isEqualTo("Ann added task “Fix login” to project “Sprint board”");
  }

  @Test
  void takesTheNameThatCameWithTheEventFirst() {
    Event event =
        events("{\"action\":\"deleted\",\"resource\":{\"gid\":\"10555\",\"name\":\"Old\"}}")
            .getFirst();
    assertThat(Sentence.of(event, KNOWN)).isEqualTo("Asana deleted object “Old”");
  }

  @Test
  void letsAStoryOfTheSameBodySayWhetherATaskWasCompletedOrReopened() {
    String completed = "{\"field\":\"completed\",\"action\":\"changed\"}";
    List<Event> body =
        events(
            event("changed", "task 1200000000000555", "", completed),
            event("added", "story/marked_complete 1", "task 1200000000000555", ""),
            event("changed", "task 1200000000000556", "", completed),
            event("added", "story/marked_incomplete 2", "task 1200000000000556", ""),
            event("changed", "task 1200000000000557", "", completed));
    assertThat(Sentence.of(body, Names.none()))
        .contains(
            "User …0007 completed task …0555",
            "User …0007 reopened task …0556",
            "User …0007 completed or reopened task …0557");
  }

  @Test
  void staysShortWhateverTheBodyHolds() {
    String endless = "x".repeat(10_000) + "🚀".repeat(10_000);
    for (String text : List.of(endless, "🚀".repeat(5_000), "\\ud800".repeat(3_000))) {
      String name =
          "{\"gid\":\"" + text + "\",\"resource_type\":\"" + text + "\",\"name\":\"" + text + "\"}";
      String body =
          "{\"action\":\"%s\",\"resource\":%s,\"user\":%s,\"parent\":%s}"
              .formatted(text, name, name, name);
      assertThat(Sentence.of(events(body).getFirst(), Names.none())).hasSizeLessThan(1_500);
    }
  }
}
