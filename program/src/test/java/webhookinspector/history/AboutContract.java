package webhookinspector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static webhookinspector.history.Told.by;
import static webhookinspector.history.Told.change;
import static webhookinspector.history.Told.comment;
import static webhookinspector.history.Told.event;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.Timeline.Happened;
import webhookinspector.inspection.Timeline.Place;
import webhookinspector.inspection.Timeline.Telling;

/** What every {@link History} promises of one thing's story. */
public abstract class AboutContract {

  private History history;

  /** An empty one. */
  protected abstract History open();

  @BeforeEach
  void opens() {
    history = open();
  }

  @AfterEach
  void closes() {
    history.close();
  }

  private List<String> told(String gid) {
    return history.about(gid, null, 100).happened().stream()
        .map(h -> h.event().action() + " " + h.event().field() + " ×" + h.times())
        .toList();
  }

  @Test
  void tellsTheEventsOfOneThingInTheOrderInWhichTheyHappened() {
    Told.into(
        history,
        by(1, "a", true, change("500", "name", 40), change("501", "name", 41)),
        by(2, "a", true, change("500", "notes", 20), comment("600", "500", 50)),
        by(3, "a", true, event("500", "added", 10, "")));
    assertThat(told("500"))
        .containsExactly("added null ×1", "changed notes ×1", "changed name ×1", "added null ×1");
    assertThat(history.about("500", null, 100).events()).isEqualTo(4);
    assertThat(told("999")).isEmpty();
  }

  @Test
  void tellsAnEventOnceHoweverOftenItWasTold() {
    Told.into(
        history,
        by(4, "a", true, change("501", "name", 1), change("500", "name", 1)),
        by(5, "b", true, change("500", "name", 1)),
        by(6, "a", true, change("500", "name", 1), change("500", "name", 2)));
    Happenings happenings = history.about("500", null, 100);
    assertThat(told("500")).containsExactly("changed name ×3", "changed name ×1");
    Happened first = happenings.happened().getFirst();
    assertThat(first.told()).extracting(Telling::position).containsExactly(4L, 5L, 6L);
    assertThat(first.lag().orElseThrow().toSeconds()).isEqualTo(3);
    assertThat(happenings.events()).isEqualTo(2);
    assertThat(happenings.tellings()).isEqualTo(4);
  }

  @Test
  void keepsApartWhatHappenedAtTheSameMoment() {
    String follower = ",\"change\":{\"field\":\"followers\",\"added_value\":{\"gid\":\"%s\"}}";
    Told.into(
        history,
        by(
            1,
            "a",
            true,
            event("500", "changed", 1, follower.formatted("8")),
            event("500", "changed", 1, follower.formatted("9"))));
    assertThat(told("500")).containsExactly("changed followers ×1", "changed followers ×1");
  }

  @Test
  void putsWhatDoesNotSayWhenItHappenedWhereItArrived() {
    Told.into(
        history,
        by(10, "a", true, event("500", "deleted", -1, "")),
        by(20, "a", true, change("500", "name", 5)),
        by(21, "a", true, change("500", "notes", 15)));
    assertThat(told("500"))
        .containsExactly("changed name ×1", "deleted null ×1", "changed notes ×1");
    assertThat(history.about("500", null, 9).happened().get(1).lag()).isEmpty();
  }

  @Test
  void leavesOutWhatNobodyShouldBelieveAndCountsIt() {
    Told.into(
        history,
        by(1, "a", true, change("500", "name", 1)),
        by(2, "a", false, event("500", "deleted", 2, ""), event("500", "deleted", 3, "")));
    assertThat(told("500")).containsExactly("changed name ×1");
    assertThat(history.about("500", null, 9).claims()).isEqualTo(2);
  }

  @Test
  void pagesWithoutHolesOrDoubles() {
    var all = new ArrayList<String>();
    for (int i = 1; i <= 50; i++) {
      String one = change("500", "f" + i, 100 - i);
      Told.into(history, by(i, "a", true, one, one, comment("6" + i, "500", 100 - i)));
    }
    Place before = null;
    do {
      Happenings page = history.about("500", before, 7);
      assertThat(page.events()).isEqualTo(100);
      all.addAll(0, page.happened().stream().map(h -> h.at() + h.event().sentence()).toList());
      before = page.older();
    } while (before != null);
    assertThat(all).hasSize(100).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void findsThingsByPartsOfTheirNames() {
    Told.into(
        history,
        by(1, "a", true, change("500", "name", 1)),
        by(2, "a", true, change("501", "name", 2), comment("600", "501", 3)),
        by(3, "a", false, change("900", "name", 2)));
    assertThat(history.named("fix LOG", 10))
        .extracting(known -> known.thing().gid())
        .containsExactly("501", "500");
    assertThat(history.named("logout", 10))
        .containsExactly(
            new Known(new webhookinspector.event.Ref("501", "task", null, "Fix logout"), 2, 2L));
    assertThat(history.named("500", 10)).extracting(Known::events).containsExactly(1L);
    assertThat(history.named("build", 10)).as("nobody vouches for it").isEmpty();
    assertThat(history.named("%", 10)).isEmpty();
    assertThat(history.named("", 10)).isEmpty();
    history.clear();
    assertThat(history.named("fix", 10)).isEmpty();
    history.add(List.of(by(1, "a", true, change("500", "name", 1))), new Position(1));
    assertThat(history.named("fix", 10)).hasSize(1);
  }
}
