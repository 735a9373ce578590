package webhookinspector.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspected;

/** What every {@link History} promises. A new backend is done when its subclasses are green. */
public abstract class HistoryContract extends HistoryFixture {

  @Test
  void isEmptyAtFirst() {
    assertThat(history.indexed()).isEqualTo(Position.START);
    assertThat(history.list(Query.ALL, 10)).isEmpty();
    assertThat(history.count(Query.ALL)).isZero();
    assertThat(history.find("01J00000000000000000000000")).isEmpty();
  }

  @Test
  void listsTheNewestAndTheOldestOfThemFirst() {
    List<DeliveryLine> all = given(30).stream().map(Inspected::line).toList();
    assertThat(history.list(Query.ALL, 10))
        .extracting(DeliveryLine::id)
        .isEqualTo(all.subList(20, 30).stream().map(DeliveryLine::id).toList());
  }

  @Test
  void givesALineBackAsItWas() {
    DeliveryLine line = given(3).getLast().line();
    assertThat(history.find(line.id())).contains(line);
  }

  @Test
  void findsByTheStartOfAnId() {
    List<Inspected> some = given(5);
    String id = some.get(2).line().id();
    assertThat(history.startingWith(id.substring(0, 24), 10))
        .extracting(DeliveryLine::id)
        .contains(id);
    assertThat(history.startingWith("01", 2))
        .extracting(DeliveryLine::id)
        .containsExactly(some.get(4).line().id(), some.get(3).line().id());
    assertThat(history.startingWith("ZZ%_", 2)).isEmpty();
  }

  @Test
  void pagesByPositionWithoutHolesOrDoubles() {
    List<Inspected> all = given(250);
    var seen = new ArrayList<String>();
    Position before = null;
    for (List<DeliveryLine> page = page(before); !page.isEmpty(); page = page(before)) {
      seen.addAll(0, page.stream().map(DeliveryLine::id).toList());
      before = new Position(page.getFirst().position());
    }
    assertThat(seen).isEqualTo(all.stream().map(i -> i.line().id()).toList());
  }

  private List<DeliveryLine> page(@Nullable Position before) {
    return history.list(new Query(FilterExpression.ALL, null, before), 7);
  }

  @Test
  void forgetsWhatIsDroppedInEveryWayOfLooking() {
    List<Inspected> all = given(200);
    List<String> ids = all.stream().map(i -> i.line().id()).toList();
    history.drop(ids.subList(0, 150));
    history.drop(List.of("nobody", ids.getFirst()));
    assertThat(history.list(Query.ALL, 1_000))
        .extracting(DeliveryLine::id)
        .isEqualTo(ids.subList(150, 200));
    assertThat(history.count(Query.ALL)).isEqualTo(50);
    assertThat(history.startingWith(ids.getFirst(), 2)).isEmpty();
    for (String filter : List.of("kind=events", "verdict=authentic", "kind!=junk", "\"e\"")) {
      assertThat(history.ids(query(filter), 1_000))
          .as(filter)
          .allMatch(ids.subList(150, 200)::contains)
          .hasSize((int) history.count(query(filter)));
    }
    assertThat(history.indexed()).isEqualTo(positionOf(all.getLast()));
    while (history.shrink()) {
      // a little at a time
    }
  }

  @Test
  void looksBehindAPosition() {
    List<Inspected> all = given(20);
    Position after = positionOf(all.get(16));
    assertThat(history.list(new Query(FilterExpression.ALL, after, null), 10))
        .extracting(DeliveryLine::id)
        .isEqualTo(all.subList(17, 20).stream().map(i -> i.line().id()).toList());
  }

  @Test
  void skipsToAnyPlaceOfAListWithAndWithoutAFilter() {
    given(250);
    for (Query query : List.of(Query.ALL, query("kind=events"), query("verdict!=authentic"))) {
      List<DeliveryLine> whole = history.list(query, 10_000);
      for (int skip : List.of(0, 1, 37, whole.size() - 1, whole.size(), whole.size() + 5)) {
        int end = Math.max(0, whole.size() - skip);
        assertThat(history.list(query, 20, skip))
            .isEqualTo(whole.subList(Math.max(0, end - 20), end));
      }
    }
  }

  @Test
  void remembersHowFarItCame() {
    given(10);
    history.add(List.of(), new Position(1_000));
    assertThat(history.indexed()).isEqualTo(new Position(1_000));
    history.close();
    history = open();
    assertThat(history.indexed()).isEqualTo(new Position(1_000));
    assertThat(history.count(Query.ALL)).isEqualTo(10);
    assertThat(history.count(query("kind=events or kind!=events"))).isEqualTo(10);
  }

  @Test
  void forgetsEverything() {
    List<Inspected> all = given(50);
    history.clear();
    assertThat(history.indexed()).isEqualTo(Position.START);
    assertThat(history.list(Query.ALL, 10)).isEmpty();
    assertThat(history.count(query("task"))).isZero();
    history.add(all, positionOf(all.getLast()));
    assertThat(history.count(Query.ALL)).isEqualTo(50);
  }

  @Test
  void namesTheFirstOfTheSameBodyInTheSameInbox() {
    DeliveryLine line =
        given(60).stream()
            .map(Inspected::line)
            .filter(l -> l.kind().equals("events") && l.source().equals("webhook"))
            .findFirst()
            .orElseThrow();
    List<Optional<DeliveryLine>> stored =
        history.add(
            List.of(
                SampleDeliveries.copy(line, "01J0000000000000000000000A", 1_000, line.inbox()),
                SampleDeliveries.copy(line, "01J0000000000000000000000B", 1_001, line.inbox()),
                SampleDeliveries.copy(line, "01J0000000000000000000000C", 1_002, "elsewhere")),
            new Position(1_002));
    assertThat(stored)
        .extracting(one -> one.orElseThrow().repeatOf())
        .containsExactly(line.id(), line.id(), null);
    assertThat(history.list(query("repeat=yes id=01J0000000000000000000000"), 9)).hasSize(2);
  }

  @Test
  void knowsWhetherABodyWasBelievedBefore() {
    DeliveryLine line =
        given(60).stream()
            .map(Inspected::line)
            .filter(l -> l.kind().equals("events") && l.repeatOf() == null)
            .filter(l -> l.verdict().equals("authentic") && l.source().equals("webhook"))
            .findFirst()
            .orElseThrow();
    var forged = SampleDeliveries.copy(line, "01J0000000000000000000000A", 1_000, "elsewhere");
    var first = SampleDeliveries.copy(line, "01J0000000000000000000000B", 1_001, "elsewhere");
    var second = SampleDeliveries.copy(line, "01J0000000000000000000000C", 1_002, "elsewhere");
    history.add(
        List.of(
            new Inspected(forged.line().judged("forged", "wrong secret"), "again"), first, second),
        new Position(1_002));
    assertThat(history.believedBefore(first.line())).isFalse();
    assertThat(history.believedBefore(second.line())).isTrue();
    var elsewhere = SampleDeliveries.copy(line, "01J0000000000000000000000D", 1_003, "nowhere");
    assertThat(history.believedBefore(elsewhere.line())).isFalse();
  }

  @Test
  void callsNoHeartbeatARepeat() {
    given(300);
    List<DeliveryLine> heartbeats = history.list(query("kind=heartbeat"), 100);
    assertThat(heartbeats)
        .hasSizeGreaterThan(5)
        .extracting(DeliveryLine::repeatOf)
        .containsOnlyNulls();
    assertThat(history.count(query("kind=handshake repeat=yes"))).isZero();
  }

  @Test
  void replacesALineThatIsJudgedAgain() {
    DeliveryLine line = given(40).get(7).line();
    var stored = history.add(List.of(like(line, "nosecret")), new Position(line.position() + 500));
    assertThat(stored.getFirst().orElseThrow().verdict()).isEqualTo("nosecret");
    assertThat(history.find(line.id()).orElseThrow().because()).isEqualTo("judged again");
    assertThat(history.count(Query.ALL)).isEqualTo(40);
    assertThat(history.list(query("verdict=nosecret"), 10)).hasSize(1);
    assertThat(history.list(query("verdict=nosecret \"some text\""), 10)).hasSize(1);
    assertThat(history.list(query("verdict=nosecret gid"), 10)).isEmpty();
  }

  @Test
  void letsTheOldestOfTheUnbelievedMakeRoom() {
    DeliveryLine line = new SampleDeliveries(1, 10).next(1).getFirst().line();
    int more = 25;
    List<Inspected> forged =
        IntStream.range(0, History.QUARANTINE + more)
            .mapToObj(
                i ->
                    SampleDeliveries.copy(
                        line.judged("forged", ""), "%026d".formatted(i), i + 1, line.inbox()))
            .toList();
    history.add(forged, positionOf(forged.getLast()));
    assertThat(history.count(Query.ALL)).isEqualTo(History.QUARANTINE);
    assertThat(history.find(forged.get(more - 1).line().id())).isEmpty();
    assertThat(history.find(forged.get(more).line().id())).isPresent();
  }

  @Test
  void takesBodiesThatWantToBreakIt() {
    List<Inspected> hostile = HostileBodies.inspected();
    history.add(hostile, positionOf(hostile.getLast()));
    for (Inspected one : hostile) {
      assertThat(history.find(one.line().id())).as(one.line().because()).contains(one.line());
    }
    assertThat(history.list(query("\"' OR 1=1 --\""), 10)).isEmpty();
    assertThat(history.list(query("drop"), 10)).hasSize(1);
  }

  @Test
  void givesUpAnAskingThatIsTooWide() {
    assertThatThrownBy(() -> history.list(Query.ALL, 0))
        .isInstanceOf(IllegalArgumentException.class);
    String wide = "(user=1 or user=2) ".repeat(7).strip();
    assertThatThrownBy(() -> history.list(query(wide), 10))
        .isInstanceOf(FilterProblem.class)
        .hasMessageContaining("combinations");
  }

  /** The store finds what the matcher lets through, no more and no less, whatever is asked. */
  @Test
  void agreesWithTheMatcher() {
    List<Inspected> all = given(600);
    var stored = new ArrayList<Inspected>();
    for (Inspected one : all) {
      history.find(one.line().id()).ifPresent(line -> stored.add(new Inspected(line, one.text())));
    }
    assertThat(stored).hasSameSizeAs(all);
    var filters = new RandomFilters(new Random(3), stored);
    for (int i = 0; i < 200; i++) {
      String filter = filters.next();
      FilterExpression expression = FilterParser.parse(filter, NOW);
      var matcher = new FilterMatcher(expression);
      List<String> expected =
          stored.stream()
              .filter(one -> matcher.matches(one.line(), one.text()))
              .map(one -> one.line().id())
              .toList();
      Query query = new Query(expression, null, null);
      assertThat(history.list(query, 1_000))
          .as(filter)
          .extracting(DeliveryLine::id)
          .isEqualTo(expected);
      assertThat(history.list(query, 3))
          .as(filter)
          .extracting(DeliveryLine::id)
          .isEqualTo(expected.subList(Math.max(0, expected.size() - 3), expected.size()));
      assertThat(history.count(query)).as(filter).isEqualTo(expected.size());
      DeliveryLine any = stored.get(2 * i).line();
      assertThat(new LiveFilter(expression, history).lets(any))
          .as(filter)
          .isEqualTo(expected.contains(any.id()));
    }
  }
}
