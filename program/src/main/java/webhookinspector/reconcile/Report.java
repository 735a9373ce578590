package webhookinspector.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.Asana.Modified;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.Fingerprint;

/**
 * What came of it for one webhook.
 *
 * @param webhook gid
 * @param inbox name of its inbox
 * @param resource what it watches
 * @param both how many events both told
 * @param filtered how many the stream told that the webhook's filters keep from it
 * @param webhookOnly told by the webhook alone: nothing is missing, the stream began later or tells
 *     less; oldest first
 * @param streamOnly lost on the webhook's way; oldest first
 * @param unseen changed according to Asana, and told by neither; oldest first
 * @param gaps windows of the same time in which events may be missing for good
 * @param remarks what could not be compared, and why; empty when everything was
 */
public record Report(
    String webhook,
    String inbox,
    Ref resource,
    Window window,
    int both,
    int filtered,
    List<Item> webhookOnly,
    List<Item> streamOnly,
    List<Modified> unseen,
    List<Gap> gaps,
    List<String> remarks) {

  /**
   * One event that only one side told.
   *
   * @param delivery id of what told it, or null when it was asked for just now
   */
  public record Item(Instant at, Fingerprint fingerprint, Event event, @Nullable String delivery) {}

  public Report {
    webhookOnly = List.copyOf(webhookOnly);
    streamOnly = List.copyOf(streamOnly);
    unseen = List.copyOf(unseen);
    gaps = List.copyOf(gaps);
    remarks = List.copyOf(remarks);
  }

  /** Whether nothing is missing, as far as anybody can tell. */
  public boolean balances() {
    return streamOnly.isEmpty() && unseen.isEmpty() && gaps.isEmpty() && remarks.isEmpty();
  }
}
