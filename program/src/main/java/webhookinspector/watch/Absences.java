package webhookinspector.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.registry.Level;
import webhookinspector.registry.Registry;

/**
 * Makes a gap of a webhook that is gone, where no events stream beside it fetches what happens
 * meanwhile. It ends when another webhook takes its place.
 */
public final class Absences implements Consumer<News> {

  /** A stream that goes on asks at least this often; one that stopped fetches nothing any more. */
  private static final Duration FRESH = Duration.ofHours(1);

  private static final int MOST_GAPS = 1_000;

  private final Registry registry;
  private final Consumer<Gap> gaps;

  /**
   * @param gaps told of gaps that begin and end; may wait for the disk
   */
  public Absences(Registry registry, Consumer<Gap> gaps) {
    this.registry = registry;
    this.gaps = gaps;
  }

  @Override
  public void accept(News news) {
    if (news instanceof Change change && change.line().word() == Word.GONE) {
      Optional<Gap> known = known("gone-" + change.line().webhook());
      if (change.line().level() == Level.GOOD) {
        known.filter(gap -> gap.to() == null).ifPresent(gap -> gaps.accept(gap.until(change.at())));
      } else if (known.isEmpty()) {
        registry.find(change.inbox()).flatMap(inbox -> absence(inbox, change)).ifPresent(gaps);
      }
    }
  }

  private Optional<Gap> known(String id) {
    return registry.gaps(MOST_GAPS).stream().filter(gap -> gap.id().equals(id)).findFirst();
  }

  private Optional<Gap> absence(Inbox inbox, Change change) {
    OwnWebhook own = Owned.webhook(inbox);
    boolean fetched =
        registry
            .bookmark(own.resource())
            .filter(bookmark -> bookmark.at().plus(FRESH).isAfter(change.at()))
            .isPresent();
    return fetched
        ? Optional.empty()
        : Optional.of(
            new Gap(
                "gone-" + change.line().webhook(),
                change.at(),
                "webhook-gone",
                inbox.name(),
                own.resource(),
                last(change.line()),
                null,
                "Asana deleted the webhook, and no events stream fetches what happens meanwhile"));
  }

  private static @Nullable Instant last(WebhookHealth line) {
    Instant heard = line.lastHeardAt();
    Instant success = line.lastSuccessAt();
    return success == null || (heard != null && heard.isAfter(success)) ? heard : success;
  }
}
