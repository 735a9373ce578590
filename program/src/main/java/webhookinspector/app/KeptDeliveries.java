package webhookinspector.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Watcher;
import webhookinspector.history.Arrivals;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.history.History;
import webhookinspector.history.LiveFilter;
import webhookinspector.history.Overview;
import webhookinspector.history.Overview.BusyResource;
import webhookinspector.history.Query;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Names;
import webhookinspector.ledger.Ledger;
import webhookinspector.web.DeliveryDetail;
import webhookinspector.web.Refusal;
import webhookinspector.web.Search;

/** Asks history and ledger for what was kept. */
final class KeptDeliveries {

  private final History history;
  private final Ledger ledger;
  private final Names names;
  private final InstantSource clock;

  KeptDeliveries(History history, Ledger ledger, Names names, InstantSource clock) {
    this.history = history;
    this.ledger = ledger;
    this.names = names;
    this.clock = clock;
  }

  /** The newest that match, oldest first. */
  List<DeliveryLine> list(Search search) {
    return history.list(query(search), search.limit(), search.skip());
  }

  /** What a search asks the history for. */
  Query query(Search search) {
    FilterExpression filter = FilterParser.parse(search.filter(), clock.instant());
    return new Query(filter, position(search.after()), position(search.before()));
  }

  /** A watcher that is told only of deliveries that match. */
  Watcher only(String filter, Watcher watcher) {
    FilterExpression wanted = FilterParser.parse(filter, clock.instant());
    return wanted.equals(FilterExpression.ALL)
        ? watcher
        : new Choosy(new LiveFilter(wanted, history), watcher);
  }

  /** How many match. */
  long count(String filter, @Nullable Long before) {
    return history.count(
        new Query(FilterParser.parse(filter, clock.instant()), null, position(before)));
  }

  /** How many of those that match arrived in each step up to now; steps begin at round times. */
  List<Arrivals> arrivals(String filter, int minutes, int steps) {
    Duration step = Duration.ofSeconds(Math.max(1, Math.ceilDiv(minutes * 60, steps)));
    int count = Math.ceilDiv(minutes * 60, (int) step.toSeconds());
    long end = (clock.instant().getEpochSecond() / step.toSeconds() + 1) * step.toSeconds();
    Instant from = Instant.ofEpochSecond(end).minus(step.multipliedBy(count));
    return history.arrivals(query(filter), from, step, count);
  }

  /** What the newest that match have in common, with names as far as they can be learnt. */
  Overview overview(String filter) {
    Overview found = history.overview(query(filter));
    names.learn(found.resources().stream().map(BusyResource::resource).toList());
    return found.named(names::of);
  }

  private Query query(String filter) {
    return new Query(FilterParser.parse(filter, clock.instant()), null, null);
  }

  private static @Nullable Position position(@Nullable Long number) {
    return number == null ? null : new Position(number);
  }

  /** The one that a person means: an id, the start of one, or a position. */
  DeliveryLine line(String name) {
    String number = name.strip().replaceFirst("^#", "");
    if (!number.matches("[1-9][0-9]{0,17}")) {
      return startingWith(name);
    }
    long position = Long.parseLong(number);
    var only =
        new Query(FilterExpression.ALL, new Position(position - 1), new Position(position + 1));
    return history.list(only, 1).stream()
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "delivery: " + name + " (expected: a number or an id)",
                    "`inspector list` shows them."));
  }

  private DeliveryLine startingWith(String idOrStart) {
    String start = idOrStart.strip().toUpperCase(Locale.ROOT);
    List<DeliveryLine> lines = start.isEmpty() ? List.of() : history.startingWith(start, 2);
    if (lines.isEmpty()) {
      throw Refusal.notFound(
          "delivery: " + idOrStart + " (expected: an id, or the start of one)",
          "`inspector list` shows them.");
    }
    if (lines.size() > 1) {
      throw new Refusal(
          Refusal.Code.AMBIGUOUS,
          "delivery: " + idOrStart + " begins more than one id (expected: a longer start)",
          "Such as " + lines.getFirst().id() + ".");
    }
    return lines.getFirst();
  }

  /** One with its bytes. */
  DeliveryDetail find(String idOrStart) {
    DeliveryLine line = startingWith(idOrStart);
    return ledger
        .find(new DeliveryId(line.id()))
        .map(kept -> kept.judged().delivery())
        .map(delivery -> new DeliveryDetail(line, delivery.headers(), delivery.body()))
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "delivery: " + line.id() + " has left the quarantine (expected: a kept one)",
                    ""));
  }
}
