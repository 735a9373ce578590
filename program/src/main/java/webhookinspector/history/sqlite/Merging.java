package webhookinspector.history.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;

/**
 * Gives each change one place, whichever way told it first: with the webhook's delivery if there is
 * one, else with the first page of the events stream. Deliveries of several webhooks keep all that
 * they told, for each of them is news to its receiver.
 */
final class Merging {

  private final LineTables tables;
  private final Tellings tellings;

  /** Lines that change because of the one in hand, by position. */
  private final Map<Long, DeliveryLine> changed = new LinkedHashMap<>();

  Merging(LineTables tables, Tellings tellings) {
    this.tables = tables;
    this.tellings = tellings;
  }

  /** What is to be stored of a believed line; nothing of a page that tells nothing new. */
  Optional<DeliveryLine> merge(DeliveryLine line) throws SQLException {
    if (line.events().isEmpty()) {
      return Optional.of(line);
    }
    changed.clear();
    DeliveryLine merged = isPage(line) ? leavingToOthers(line) : takingOver(line);
    for (DeliveryLine other : changed.values()) {
      if (isPage(other)) {
        tables.shrink(other);
      } else {
        tables.rewrite(other);
      }
    }
    return LineTables.hasNews(merged) ? Optional.of(merged) : Optional.empty();
  }

  /** A line that replaces an earlier one: what was polled, too, is so still. */
  static DeliveryLine keepingMarks(DeliveryLine line, Optional<DeliveryLine> earlier) {
    return earlier
        .map(old -> line.with(line.events().stream().map(e -> markedAs(e, old)).toList()))
        .orElse(line);
  }

  private static boolean isPage(DeliveryLine line) {
    return line.source().equals(Source.STREAM.word());
  }

  private DeliveryLine leavingToOthers(DeliveryLine page) throws SQLException {
    var news = new ArrayList<EventLine>();
    for (EventLine event : page.events()) {
      boolean told = false;
      for (DeliveryLine other : others(event, page)) {
        if (!isPage(other)) {
          change(other.with(marked(other.events(), event, page.id())));
        }
        told |= !other.inbox().equals(page.inbox()); // a stream never tells a change twice
      }
      if (!told) {
        news.add(event);
      }
    }
    return page.with(news);
  }

  private DeliveryLine takingOver(DeliveryLine delivery) throws SQLException {
    var events = new ArrayList<EventLine>();
    for (EventLine event : delivery.events()) {
      EventLine known = event;
      for (DeliveryLine other : others(event, delivery)) {
        if (isPage(other)) {
          known = known.polledIn(other.id());
          tellings.remove(other.with(List.of(event)));
          change(other.with(without(other.events(), event)));
        } else {
          known = echoing(markedAs(known, other), delivery, other);
        }
      }
      events.add(known);
    }
    return delivery.with(events);
  }

  /** A whole body that came before is a repeat, and its events need not say so again. */
  private static EventLine echoing(EventLine event, DeliveryLine delivery, DeliveryLine other) {
    boolean first = event.echoOf() == null && other.position() < delivery.position();
    return first && delivery.repeatOf() == null ? event.echoing(other.id()) : event;
  }

  private List<DeliveryLine> others(EventLine event, DeliveryLine line) throws SQLException {
    var others = new ArrayList<DeliveryLine>();
    for (long at : tellings.others(event, line.position())) {
      DeliveryLine known = changed.get(at);
      if (known == null) {
        tables.line(at).ifPresent(others::add);
      } else {
        others.add(known);
      }
    }
    return others;
  }

  private void change(DeliveryLine line) {
    changed.put(line.position(), line);
  }

  private static boolean same(EventLine one, EventLine other) {
    return one.fingerprint() != null && one.fingerprint().equals(other.fingerprint());
  }

  private static List<EventLine> without(List<EventLine> events, EventLine gone) {
    return events.stream().filter(event -> !same(event, gone)).toList();
  }

  private static List<EventLine> marked(List<EventLine> events, EventLine told, String page) {
    return events.stream().map(each -> same(each, told) ? each.polledIn(page) : each).toList();
  }

  /** Polled, too, where the other's is. */
  private static EventLine markedAs(EventLine event, DeliveryLine other) {
    return other.events().stream()
        .filter(each -> same(each, event))
        .map(EventLine::alsoPolled)
        .flatMap(page -> Optional.ofNullable(page).stream())
        .findFirst()
        .map(event::polledIn)
        .orElse(event);
  }
}
