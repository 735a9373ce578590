package webhookinspector.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Gap;

/**
 * Whether anything is missing, through the admin port. Each call blocks, asks Asana and may throw
 * {@link Refusal}.
 */
public interface Reconciling {

  /** As far back as an events stream reaches. */
  Duration LONGEST = Duration.ofHours(24);

  /**
   * The account of each of our webhooks, or of one.
   *
   * @param webhook its gid, or null for all
   * @param since how far back, at most {@link #LONGEST}
   * @param lag how young an event may be and still be on its way, or null for what is usual
   */
  List<Account> reconcile(@Nullable String webhook, Duration since, @Nullable Duration lag);

  /**
   * What came of it for one webhook; the component names are the JSON names.
   *
   * @param webhook gid
   * @param inbox name of its inbox
   * @param resource what it watches
   * @param from begin of the time that was looked at
   * @param to its end
   * @param both how many events webhook and stream both told
   * @param filtered how many only the stream told because the webhook's filters keep them from it
   * @param webhookOnly told by the webhook alone; nothing is missing
   * @param streamOnly lost on the webhook's way
   * @param unseen changed according to Asana, and told by neither
   * @param gaps of the same time
   * @param remarks what could not be compared, and why
   * @param balances whether nothing is missing
   */
  record Account(
      String webhook,
      String inbox,
      Ref resource,
      Instant from,
      Instant to,
      int both,
      int filtered,
      List<Item> webhookOnly,
      List<Item> streamOnly,
      List<Item> unseen,
      List<Gap> gaps,
      List<String> remarks,
      boolean balances) {}

  /**
   * One event or change.
   *
   * @param sentence for a person
   * @param delivery id of what told it, or null where nothing that is kept did
   */
  record Item(Instant at, String sentence, Ref resource, @Nullable String delivery) {}
}
