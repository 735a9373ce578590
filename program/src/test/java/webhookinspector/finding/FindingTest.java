package webhookinspector.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static webhookinspector.history.Told.NOON;
import static webhookinspector.history.Told.by;
import static webhookinspector.history.Told.change;
import static webhookinspector.history.Told.comment;
import static webhookinspector.history.Told.event;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.history.Known;
import webhookinspector.history.Told;
import webhookinspector.history.sqlite.SqliteHistory;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.InboxName;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Timeline;
import webhookinspector.inspection.Timeline.Happened;
import webhookinspector.inspection.Timeline.Missing;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.sqlite.SqliteOutbox;
import webhookinspector.registry.Registry;
import webhookinspector.registry.sqlite.SqliteRegistry;

class FindingTest {

  private static final String LOGIN = "1200000000000500";

  @TempDir Path folder;

  private SqliteHistory history;
  private Registry registry;
  private Outbox outbox;

  @BeforeEach
  void open() {
    history = SqliteHistory.open(folder.resolve("history.db"));
    registry = SqliteRegistry.open(folder.resolve("registry.db"));
    outbox = SqliteOutbox.open(folder.resolve("outbox.db"));
  }

  @AfterEach
  void close() {
    history.close();
    registry.close();
    outbox.close();
  }

  private DeliveryLine line(long position) {
    return history.find(Told.id(position).text()).orElseThrow();
  }

  private @Nullable Long previous(long position) {
    return new Previous(history).of(line(position)).map(DeliveryLine::position).orElse(null);
  }

  @Test
  void comparesWithTheOneBeforeAboutTheSameTask() {
    Told.into(
        history,
        by(1, "a", true, change("500", "name", 1)),
        by(2, "a", true, comment("600", "500", 2)),
        by(3, "a", true, change("501", "name", 3)),
        by(4, "a", false, change("500", "name", 3)),
        by(5, "b", true, change("500", "notes", 4)),
        by(6, "b", true, comment("601", "500", 5)),
        by(7, "a", true),
        by(8, "b", true),
        by(9, "a", true));
    assertThat(previous(6)).as("comments are about their task").isEqualTo(5);
    assertThat(previous(5)).as("not the forged one").isEqualTo(2);
    assertThat(previous(4)).isEqualTo(2);
    assertThat(previous(1)).isNull();
    assertThat(previous(9)).as("heartbeats of one inbox").isEqualTo(7);
  }

  @Test
  void tellsWhatWasSentOnAndWhatMayBeMissing() {
    Told.into(
        history,
        by(1, "a", true, change("500", "name", 1)),
        by(2, "a", true, change("500", "notes", 20)));
    outbox.keep(
        List.of(
            new Attempt(
                Told.id(1), "http://x/", NOON, 204, 7, null, Attempt.Source.REPLAY, "marker")));
    registry.note(gap("here", "a", null, 10));
    registry.note(gap("whole", null, null, 12));
    registry.note(gap("elsewhere", "b", null, 11));
    registry.note(gap("other thing", null, "999", 11));
    registry.note(gap("this thing", "b", "500", 13));
    Timeline timeline = new Timelines(history, registry, outbox).of("500", null, 10);
    assertThat(timeline.entries())
        .extracting(FindingTest::told)
        .containsExactly("name → 204", "here", "whole", "this thing", "notes");
    assertThat(timeline.thing().name()).isEqualTo("Fix login");
  }

  private static String told(Timeline.Entry entry) {
    return switch (entry) {
      case Missing missing -> missing.gap().id();
      case Happened happened ->
          happened.event().field()
              + (happened.sent().isEmpty() ? "" : " → " + happened.sent().getFirst().status());
    };
  }

  private static Gap gap(String id, @Nullable String inbox, @Nullable String resource, int second) {
    return new Gap(
        id,
        NOON.plusSeconds(second),
        "test",
        inbox == null ? null : new InboxName(inbox),
        resource,
        null,
        null,
        "a test");
  }

  @Test
  void showsAGapOnThePageInWhoseTimeItFalls() {
    Told.into(
        history,
        by(1, "a", true, change("500", "name", 10)),
        by(2, "a", true, change("500", "notes", 20)),
        by(3, "a", true, change("500", "due_on", 30)));
    registry.note(gap("early", "a", null, 15));
    registry.note(gap("late", "a", null, 25));
    var timelines = new Timelines(history, registry, outbox);
    Timeline newest = timelines.of("500", null, 2);
    assertThat(newest.entries())
        .extracting(FindingTest::told)
        .containsExactly("notes", "late", "due_on");
    assertThat(timelines.of("500", newest.older(), 2).entries())
        .extracting(FindingTest::told)
        .containsExactly("name", "early");
  }

  private List<String> meant(String words) {
    return new Things(history)
        .meant(words, 10).stream().map(Known::thing).map(t -> t.gid()).toList();
  }

  @Test
  void knowsWhichThingIsMeant() {
    Told.into(
        history,
        by(41, "a", true, change("500", "name", 1)),
        by(42, "a", true, comment("600", "501", 2), change("502", "name", 2)),
        by(43, "a", true, event(LOGIN, "added", 3, "")));
    assertThat(meant("fix log")).containsExactly("501", "500");
    assertThat(meant("Fix Login")).as("exactly one is called so").containsExactly("500");
    assertThat(meant("42")).as("a delivery's number").containsExactly("501");
    assertThat(meant("#41")).containsExactly("500");
    assertThat(meant(Told.id(41).text().toLowerCase(java.util.Locale.ROOT))).containsExactly("500");
    assertThat(meant(LOGIN)).containsExactly(LOGIN);
    assertThat(meant("no such thing")).isEmpty();
    assertThat(meant(" ")).isEmpty();
    assertThat(meant("#43")).containsExactly(LOGIN);
  }
}
