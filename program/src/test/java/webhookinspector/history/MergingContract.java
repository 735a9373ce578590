package webhookinspector.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;

/** How every {@link History} gives a change one place when webhook and stream tell it. */
public abstract class MergingContract {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");

  private History history;
  private long position;

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

  @Test
  void leavesAPageOutThatTellsNothingNew() {
    DeliveryLine told = webhook("board", 1, 2, 3).orElseThrow();
    assertThat(page("stream-1", 1, 2, 3)).isEmpty();
    assertThat(history.count(Query.ALL)).isEqualTo(1);
    DeliveryLine now = history.find(told.id()).orElseThrow();
    assertThat(now.events()).extracting(EventLine::alsoPolled).containsOnly(id(2));
  }

  @Test
  void holdsOfAPageOnlyWhatNothingElseHasTold() {
    DeliveryLine told = webhook("board", 1, 3).orElseThrow();
    DeliveryLine page = page("stream-1", 1, 2, 3, 4).orElseThrow();
    assertThat(seconds(page)).containsExactly(2, 4);
    assertThat(history.find(page.id()).orElseThrow()).isEqualTo(page);
    assertThat(history.find(told.id()).orElseThrow().events())
        .extracting(EventLine::alsoPolled)
        .containsExactly(page.id(), page.id());
  }

  @Test
  void letsAWebhookThatComesLateTakeOverWhatTheStreamHasTold() {
    DeliveryLine page = page("stream-1", 1, 2, 3).orElseThrow();
    DeliveryLine late = webhook("board", 2, 4).orElseThrow();
    assertThat(late.events()).extracting(EventLine::alsoPolled).containsExactly(page.id(), null);
    assertThat(seconds(history.find(page.id()).orElseThrow())).containsExactly(1, 3);
    assertThat(webhook("board", 1, 3)).isPresent();
    assertThat(history.find(page.id())).as("nothing is left of it").isEmpty();
    assertThat(history.count(Query.ALL)).isEqualTo(2);
  }

  @Test
  void keepsTheMarkOfADeliveryThatIsReplaced() {
    webhook("board", 1, 2);
    page("stream-1", 1);
    position = 0;
    assertThat(webhook("board", 1, 2).orElseThrow().events())
        .extracting(EventLine::alsoPolled)
        .containsExactly(id(2), null);
  }

  @Test
  void findsAPageThatShrankByWhatIsLeftOfIt() {
    page("stream-1", 1, 2);
    webhook("board", 1);
    assertThat(history.count(filter("source=stream resource=1001"))).isZero();
    assertThat(history.count(filter("source=stream resource=1002"))).isEqualTo(1);
    assertThat(history.count(filter("source=webhook resource=1001"))).isEqualTo(1);
  }

  @Test
  void keepsWhatTwoWebhooksToldWithEachOfThem() {
    DeliveryLine one = webhook("board", 1).orElseThrow();
    page("stream-1", 1);
    DeliveryLine other = webhook("task", 1).orElseThrow();
    assertThat(other.events()).extracting(EventLine::alsoPolled).containsExactly(id(2));
    assertThat(history.find(one.id()).orElseThrow().events()).hasSize(1);
    assertThat(history.count(Query.ALL)).isEqualTo(2);
  }

  @Test
  void marksWhatAnotherWebhookToldBefore() {
    DeliveryLine first = webhook("board", 1, 2).orElseThrow();
    DeliveryLine other = webhook("task", 2, 3).orElseThrow();
    webhook("goal", 2);
    assertThat(other.events()).extracting(EventLine::echoOf).containsExactly(first.id(), null);
    assertThat(shown("echo=yes inbox=goal"))
        .extracting(EventLine::echoOf)
        .as("always the first one")
        .containsExactly(first.id());
    assertThat(history.count(filter("echo=yes"))).isEqualTo(2);
    assertThat(history.count(filter("echo=no inbox=task"))).isEqualTo(1);
  }

  @Test
  void marksWhatTheSameWebhookToldBeforeInAnotherBody() {
    DeliveryLine first = webhook("board", 1).orElseThrow();
    DeliveryLine again = webhook("board", 1, 2).orElseThrow();
    assertThat(again.repeatOf()).isNull();
    assertThat(again.echoes()).isEqualTo(1);
    assertThat(again.events().getFirst().echoOf()).isEqualTo(first.id());
  }

  @Test
  void leavesAWholeBodyThatCameBeforeToItsRepeat() {
    webhook("board", 1);
    DeliveryLine again = webhook("board", 1).orElseThrow();
    assertThat(again.repeatOf()).isEqualTo(id(1));
    assertThat(again.echoes()).isZero();
  }

  @Test
  void hearsNoEchoOfWhatNobodyMayBelieve() {
    tell("board", Source.WEBHOOK, "forged", 1);
    assertThat(webhook("task", 1).orElseThrow().echoes()).isZero();
  }

  @Test
  void holdsOnceWhatTwoStreamsTell() {
    assertThat(page("stream-1", 1, 2)).isPresent();
    assertThat(seconds(page("stream-2", 2, 3).orElseThrow())).containsExactly(3);
  }

  @Test
  void keepsTwoChangesOfOnePageThatNobodyCanTellApart() {
    assertThat(seconds(page("stream-1", 1, 1).orElseThrow())).containsExactly(1, 1);
    assertThat(seconds(page("stream-1", 1).orElseThrow())).containsExactly(1);
  }

  @Test
  void takesNoNoticeOfWhatNobodyMayBelieve() {
    tell("board", Source.WEBHOOK, "forged", 1);
    assertThat(page("stream-1", 1)).isPresent();
  }

  @Test
  void forgetsWhoToldAChangeAfterSomeDays() {
    webhook("board", 1);
    webhook("board", 1 + 3 * 86_400);
    assertThat(page("stream-1", 1)).isPresent();
    assertThat(page("stream-1", 1 + 3 * 86_400)).isEmpty();
  }

  /** Whatever is batched, late or out of order, each change stands in one place. */
  @Test
  void showsFiveThousandChangesThatComeBothWaysFiveThousandTimes() {
    tellBothWays(Set.of());
    List<EventLine> shown = shown("");
    assertThat(shown).hasSize(5_000);
    assertThat(shown).extracting(EventLine::createdAt).doesNotHaveDuplicates();
    assertThat(shown).extracting(EventLine::alsoPolled).doesNotContainNull();
    assertThat(shown("source=stream")).isEmpty();
  }

  @Test
  void showsAsPolledExactlyWhatTheWebhookNeverTold() {
    Set<Integer> dropped =
        new Random(12).ints(0, 5_000).distinct().limit(50).boxed().collect(Collectors.toSet());
    tellBothWays(dropped);
    assertThat(shown("")).hasSize(5_000);
    assertThat(shown("source=stream"))
        .extracting(event -> Integer.parseInt(event.resource().gid()) - 1_000)
        .containsExactlyInAnyOrderElementsOf(dropped);
  }

  private List<EventLine> shown(String filter) {
    return history.list(filter(filter), 10_000).stream()
        .flatMap(line -> line.events().stream())
        .toList();
  }

  /**
   * 5,000 changes by webhook and stream.
   *
   * @param dropped which of them the webhook does not tell
   */
  private void tellBothWays(Set<Integer> dropped) {
    var random = new Random(11);
    var tellings = new TreeMap<Double, Supplier<Inspected>>();
    for (int[] batch : batches(random, 12)) {
      int[] left = IntStream.of(batch).filter(i -> !dropped.contains(i)).toArray();
      tellings.put(
          batch[0] + 120 * random.nextDouble(),
          () -> inspected("board", Source.WEBHOOK, "authentic", left));
    }
    for (int[] batch : batches(random, 100)) {
      tellings.put(
          batch[0] + 120 * random.nextDouble(),
          () -> inspected("stream-1", Source.STREAM, "authentic", batch));
    }
    List<Inspected> all = tellings.values().stream().map(Supplier::get).toList();
    for (int from = 0; from < all.size(); from += 100) {
      int to = Math.min(all.size(), from + 100);
      history.add(all.subList(from, to), new Position(to));
    }
  }

  /** The numbers to 5,000 in pieces, neighbours changed about. */
  private static List<int[]> batches(Random random, int most) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, 5_000).boxed().toList());
    for (int from = 0; from < all.size(); from += 20) {
      Collections.shuffle(all.subList(from, from + 20), random);
    }
    var batches = new ArrayList<int[]>();
    for (int from = 0; from < all.size(); ) {
      int to = Math.min(all.size(), from + 1 + random.nextInt(most));
      batches.add(all.subList(from, to).stream().mapToInt(i -> i).toArray());
      from = to;
    }
    return batches;
  }

  private static Query filter(String filter) {
    return new Query(FilterParser.parse(filter, NOON), null, null);
  }

  private Optional<DeliveryLine> webhook(String inbox, int... seconds) {
    return tell(inbox, Source.WEBHOOK, "authentic", seconds);
  }

  private Optional<DeliveryLine> page(String inbox, int... seconds) {
    return tell(inbox, Source.STREAM, "authentic", seconds);
  }

  private Optional<DeliveryLine> tell(String inbox, Source source, String verdict, int... seconds) {
    Inspected inspected = inspected(inbox, source, verdict, seconds);
    return history.add(List.of(inspected), new Position(position)).getFirst();
  }

  private Inspected inspected(String inbox, Source source, String verdict, int... seconds) {
    position++;
    boolean page = source == Source.STREAM;
    String events =
        IntStream.of(seconds)
            .mapToObj(second -> event(second, page))
            .collect(Collectors.joining(",", page ? "{\"data\":[" : "{\"events\":[", "]"));
    Body body = Body.of(events + (page ? ",\"sync\":\"" + position + ":0\"}" : "}"));
    var judgement = new Judgement(false, verdict, "", verdict.equals("authentic"));
    var judged =
        new Judged(
            new DeliveryId(id(position)),
            new InboxName(inbox),
            source,
            new Delivery(NOON.plusSeconds(position), Headers.none(), body),
            judgement,
            page ? 0 : 200);
    return Inspector.inspect(new Position(position), judged, null, Names.none());
  }

  private static String id(long position) {
    return "%026d".formatted(position);
  }

  /** The stream tells names and an old type, the webhook does not. */
  private static String event(int second, boolean page) {
    return "{\"action\":\"added\",\"created_at\":\""
        + NOON.plusSeconds(second)
        + "\",\"resource\":{\"gid\":\""
        + (1_000 + second)
        + "\",\"resource_type\":\"task\""
        + (page ? ",\"name\":\"Task\"},\"type\":\"task\"}" : "}}");
  }

  private static List<Integer> seconds(DeliveryLine line) {
    return line.events().stream()
        .map(event -> Integer.parseInt(event.resource().gid()) - 1_000)
        .toList();
  }
}
