package webhookinspector.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import webhookinspector.asana.Asana;
import webhookinspector.asana.Asana.Modified;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;
import webhookinspector.asana.EventsPage;
import webhookinspector.event.Page;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Bookmark;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.registry.Registry;

/** Makes the account of one webhook. Asks Asana, changes nothing. Safe for many threads. */
public final class Reconciler {

  /** Events lie in a stream for so long at most (API description, Events). */
  public static final Duration LONGEST = Duration.ofHours(24);

  /**
   * How long a webhook may take to tell of a change: most arrive within ten minutes (webhooks
   * guide).
   */
  public static final Duration USUAL_LAG = Duration.ofMinutes(10);

  /** What our clock and Asana's may differ by without an event falling out of the window. */
  private static final Duration SLACK = Duration.ofMinutes(2);

  private static final int MOST_GAPS = 10_000;
  private static final int MOST_PAGES = 1_000;

  private final Asana asana;
  private final Ledger ledger;
  private final Registry registry;
  private final InstantSource clock;
  private final Function<String, InboxName> streamOf;

  /**
   * @param streamOf what the pages of a resource's stream are kept under
   */
  public Reconciler(
      Asana asana,
      Ledger ledger,
      Registry registry,
      InstantSource clock,
      Function<String, InboxName> streamOf) {
    this.asana = asana;
    this.ledger = ledger;
    this.registry = registry;
    this.clock = clock;
    this.streamOf = streamOf;
  }

  /** The webhooks of ours that exist, and so can be reconciled. */
  public List<Inbox> webhooks() {
    return registry.inboxes().stream().filter(inbox -> gidOf(inbox).isPresent()).toList();
  }

  private static Optional<String> gidOf(Inbox inbox) {
    return Optional.ofNullable(inbox.webhook())
        .flatMap(webhook -> Optional.ofNullable(webhook.gid()));
  }

  /**
   * The account of one of {@link #webhooks}.
   *
   * @param since how far back, at most {@link #LONGEST}
   * @param lag how young an event may be and still be on its way; younger ones are left out
   */
  public Report report(Inbox inbox, Duration since, Duration lag) throws InterruptedException {
    OwnWebhook webhook = inbox.webhook();
    if (webhook == null || webhook.gid() == null) {
      throw new IllegalArgumentException("inbox: " + inbox.name() + " (expected: with a webhook)");
    }
    Window window = window(webhook, since, lag);
    var byWebhook = new Told();
    var byStream = new Told();
    InboxName stream = streamOf.apply(webhook.resource());
    var tellings = new Tellings(ledger);
    tellings.read(window.from().minus(SLACK), inbox.name(), byWebhook, stream, byStream);
    var remarks = new ArrayList<String>();
    askNow(webhook.resource(), stream, byStream).ifPresent(remarks::add);
    var account = new Account(byWebhook, byStream, webhook.filters(), window);
    List<Modified> modified = modified(webhook.resource(), window, remarks);
    return new Report(
        webhook.gid(),
        inbox.name().text(),
        resource(webhook.resource()),
        window,
        account.both(),
        account.filtered(),
        account.webhookOnly(),
        account.streamOnly(),
        account.unseen(modified),
        gaps(inbox.name(), webhook.resource(), window),
        remarks);
  }

  private Window window(OwnWebhook webhook, Duration since, Duration lag) {
    Instant now = clock.instant();
    Instant from = now.minus(since.compareTo(LONGEST) < 0 ? since : LONGEST);
    Instant begin = later(later(from, webhook.askedAt()), kept());
    Instant end = now.minus(lag);
    return new Window(begin, end.isBefore(begin) ? begin : end);
  }

  /** Since when everything is still here: of what was dropped nobody knows what it told. */
  private Instant kept() {
    return ledger.thinning().dropped().stream()
        .filter(dropped -> dropped.deliveries() > 0)
        .map(dropped -> dropped.to().plusMillis(1))
        .reduce(Instant.MIN, Reconciler::later);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /**
   * What the stream tells behind the last page that was kept; it is kept by whoever follows the
   * stream, later.
   *
   * @return why the stream could not be asked, or nothing
   */
  private Optional<String> askNow(String resource, InboxName stream, Told byStream) {
    Optional<String> token = token(resource, stream);
    if (token.isEmpty()) {
      return Optional.of("no events stream was followed beside it, so there is nothing to compare");
    }
    try {
      String sync = token.get();
      for (int i = 0; i < MOST_PAGES; i++) {
        EventsPage page = asana.events(resource, sync);
        if (page.fresh()) {
          return Optional.of("the events stream has begun anew, so its last part is missing");
        }
        page.events().forEach(event -> byStream.add(event, null));
        if (!page.hasMore()) {
          return Optional.empty();
        }
        sync = page.sync();
      }
      return Optional.of("the events stream did not come to an end");
    } catch (AsanaRefused | AsanaUnreachable e) {
      return Optional.of("the events stream could not be asked: " + firstLine(e));
    }
  }

  private Optional<String> token(String resource, InboxName stream) {
    Optional<Bookmark> saved = registry.bookmark(resource);
    Optional<String> kept =
        ledger
            .newestPage(stream)
            .filter(page -> saved.isPresent() && page.position().isAfter(saved.get().position()))
            .map(Entry.Kept::judged)
            .flatMap(judged -> Page.of(judged.delivery().body()))
            .map(Page::sync);
    return kept.or(() -> saved.map(Bookmark::sync));
  }

  private List<Modified> modified(String resource, Window window, List<String> remarks) {
    try {
      return asana.modified(resource, window.from());
    } catch (AsanaRefused | AsanaUnreachable e) {
      remarks.add("Asana could not be asked what has changed: " + firstLine(e));
      return List.of();
    }
  }

  private Ref resource(String gid) {
    try {
      return asana.resource(gid);
    } catch (AsanaRefused | AsanaUnreachable e) {
      return new Ref(gid, null, null, null); // its name is a courtesy
    }
  }

  private List<Gap> gaps(InboxName inbox, String resource, Window window) {
    return registry.gaps(MOST_GAPS).stream()
        .filter(gap -> window.meets(gap.from(), gap.to()))
        .filter(gap -> concerns(gap, inbox, resource))
        .toList();
  }

  private static boolean concerns(Gap gap, InboxName inbox, String resource) {
    InboxName where = gap.inbox();
    return where == null || where.equals(inbox) || resource.equals(gap.resource());
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason was given");
  }
}
