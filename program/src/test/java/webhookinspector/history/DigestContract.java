package webhookinspector.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/** What every {@link History} promises of its sums. */
public abstract class DigestContract extends HistoryFixture {

  @Test
  void countsEachArrivalInTheStepInWhichItCame() {
    given(250);
    Instant from = SampleDeliveries.START.minusSeconds(60);
    for (Query query : List.of(Query.ALL, query("kind=events"))) {
      List<Arrivals> arrivals = history.arrivals(query, from, Duration.ofMinutes(10), 300);
      assertThat(arrivals).hasSize(300);
      List<DeliveryLine> lines =
          history.list(query, 10_000).stream()
              .filter(line -> line.receivedAt().isBefore(from.plus(Duration.ofHours(50))))
              .toList();
      long all = arrivals.stream().mapToLong(Arrivals::all).sum();
      assertThat(all).isEqualTo(lines.size()).isPositive();
      Instant begin = arrivals.get(3).from();
      Instant end = arrivals.get(4).from();
      assertThat(arrivals.get(3).all())
          .isEqualTo(
              lines.stream()
                  .map(DeliveryLine::receivedAt)
                  .filter(at -> !at.isBefore(begin) && at.isBefore(end))
                  .count());
    }
  }

  @Test
  void tellsEachKindOfArrivalApart() {
    given(250);
    Instant from = SampleDeliveries.START.minusSeconds(60);
    List<Arrivals> arrivals = history.arrivals(Query.ALL, from, Duration.ofDays(1), 1);
    assertThat(arrivals.getFirst())
        .isEqualTo(
            new Arrivals(
                from,
                history.count(query("verdict=authentic kind!=heartbeat")),
                history.count(query("verdict=authentic kind=heartbeat")),
                history.count(query("verdict=accepted or verdict=pending")),
                history.count(query("verdict=forged"))));
    assertThat(arrivals.getFirst().handshakes()).isPositive();
    assertThat(arrivals.getFirst().refused()).isPositive();
  }

  @Test
  void seesWhatTheNewestHaveInCommon() {
    given(400);
    for (Query query : List.of(Query.ALL, query("action=changed"))) {
      List<DeliveryLine> lines = history.list(query, 10_000);
      Overview overview = history.overview(query);
      assertThat(overview.looked()).isEqualTo(lines.size());
      List<DeliveryLine> believed =
          lines.stream().filter(line -> line.verdict().equals("authentic")).toList();
      assertThat(overview.lags())
          .isEqualTo(
              Lags.of(
                  believed.stream()
                      .flatMap(line -> line.lag().stream())
                      .map(Duration::toMillis)
                      .sorted()
                      .toList()));
      var byGid = new TreeMap<String, Long>();
      var byAction = new TreeMap<String, Long>();
      for (EventLine event : believed.stream().flatMap(line -> line.events().stream()).toList()) {
        byGid.merge(event.resource().gid(), 1L, Long::sum);
        byAction.merge(event.action() + " " + event.field(), 1L, Long::sum);
      }
      assertThat(overview.resources()).hasSize(Overview.BUSIEST);
      assertThat(overview.resources())
          .allSatisfy(
              busy -> assertThat(busy.events()).isEqualTo(byGid.get(busy.resource().gid())));
      assertThat(overview.resources().getFirst().events())
          .isEqualTo(Collections.max(byGid.values()));
      assertThat(overview.resources().getFirst().resource().resourceType()).isNotNull();
      assertThat(overview.actions()).hasSize(Overview.BUSIEST).isSortedAccordingTo(byEvents());
      assertThat(overview.actions())
          .allSatisfy(
              busy ->
                  assertThat(busy.events())
                      .isPositive()
                      .isLessThanOrEqualTo(byAction.get(busy.action() + " " + busy.field())));
    }
  }

  private static Comparator<Overview.BusyAction> byEvents() {
    return Comparator.comparingLong(Overview.BusyAction::events).reversed();
  }
}
