package webhookinspector.inspection;

import java.util.List;
import java.util.stream.Collectors;
import webhookinspector.event.Event;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.subscription.Filter;

/** Which webhook a delivery is of, and which of its filters let the events through. */
public final class LetThrough {

  private LetThrough() {}

  /**
   * @param events of one believable delivery to that webhook
   * @param names for what it watches
   */
  public static String words(OwnWebhook webhook, List<Event> events, Names names) {
    String gid = webhook.gid();
    String who = "Webhook " + (gid == null ? "" : gid + " ") + "watches " + what(webhook, names);
    if (webhook.filters().isEmpty()) {
      return who + " without filters: every change there.";
    }
    String each =
        webhook.filters().stream()
            .map(filter -> filter + ": " + count(passing(filter, events)))
            .collect(Collectors.joining("\n"));
    long none =
        events.stream()
            .filter(event -> webhook.filters().stream().noneMatch(one -> one.matches(event)))
            .count();
    return who
        + ". Its filters, and what each lets through:\n"
        + each
        + (none == 0
            ? ""
            : "\n"
                + count(none)
                + " pass none of them as they stand now; they may have been other ones then.");
  }

  /**
   * When the webhook is deleted.
   *
   * @param gid its id
   */
  public static String forgotten(String gid) {
    return "Webhook " + gid + " told it; that one is deleted, and its filters with it.";
  }

  private static String what(OwnWebhook webhook, Names names) {
    return names.of(webhook.resource()).map(name -> "“" + name + "”").orElse(webhook.resource());
  }

  private static long passing(Filter filter, List<Event> events) {
    return events.stream().filter(filter::matches).count();
  }

  private static String count(long events) {
    return events + (events == 1 ? " event" : " events");
  }
}
