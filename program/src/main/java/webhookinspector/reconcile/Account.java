package webhookinspector.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import webhookinspector.asana.Asana.Modified;
import webhookinspector.event.Event;
import webhookinspector.inspection.Fingerprint;
import webhookinspector.reconcile.Report.Item;
import webhookinspector.subscription.Filter;

/**
 * Lays what was told side by side. Pure: the same tellings give the same report, in whatever order,
 * batches and repeats they came.
 *
 * @param filters the webhook's own; none lets everything through
 */
record Account(Told byWebhook, Told byStream, List<Filter> filters, Window window) {

  /** Asana's times of a change and of its event differ by less. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  /** How many events both told. */
  int both() {
    return (int) byStream.all().keySet().stream().filter(byWebhook::has).count();
  }

  /** How many the stream told that the webhook's filters keep from it. */
  int filtered() {
    return (int)
        inWindow(byStream)
            .filter(told -> !byWebhook.has(told.getKey()) && !isWanted(told.getValue().event()))
            .count();
  }

  /** What only the webhook told, oldest first. */
  List<Item> webhookOnly() {
    return items(inWindow(byWebhook).filter(told -> !byStream.has(told.getKey())));
  }

  /** What the webhook should have told, too, and did not; oldest first. */
  List<Item> streamOnly() {
    return items(
        inWindow(byStream)
            .filter(told -> !byWebhook.has(told.getKey()))
            .filter(told -> isWanted(told.getValue().event())));
  }

  /** Of what Asana says has changed in the window, what nobody told. */
  List<Modified> unseen(List<Modified> modified) {
    return modified.stream()
        .filter(one -> window.holds(one.at()))
        .filter(one -> !isTold(one, byStream) && !isTold(one, byWebhook))
        .sorted(Comparator.comparing(Modified::at))
        .toList();
  }

  private static boolean isTold(Modified one, Told side) {
    Instant earliest = one.at().minus(SLACK);
    return side.all().values().stream()
        .map(Told.By::event)
        .filter(event -> event.createdAt() != null && !event.createdAt().isBefore(earliest))
        .anyMatch(event -> concerns(event, one.resource().gid()));
  }

  private static boolean concerns(Event event, String gid) {
    return event.resource().gid().equals(gid)
        || (event.parent() != null && event.parent().gid().equals(gid));
  }

  private boolean isWanted(Event event) {
    return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(event));
  }

  private Stream<Map.Entry<Fingerprint, Told.By>> inWindow(Told side) {
    return side.all().entrySet().stream()
        .filter(told -> window.holds(told.getValue().event().createdAt()));
  }

  private static List<Item> items(Stream<Map.Entry<Fingerprint, Told.By>> told) {
    var items = new ArrayList<Item>();
    told.forEach(
        entry -> {
          Told.By by = entry.getValue();
          Instant at = by.event().createdAt();
          if (at != null) {
            items.add(new Item(at, entry.getKey(), by.event(), by.delivery()));
          }
        });
    items.sort(Comparator.comparing(Item::at));
    return List.copyOf(items);
  }
}
