package webhookinspector.app;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import webhookinspector.alerts.Alerts;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.feed.Watcher;
import webhookinspector.history.Arrivals;
import webhookinspector.history.Overview;
import webhookinspector.history.Query;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.InboxName;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.outbox.Attempt;
import webhookinspector.registry.Alert;
import webhookinspector.retention.Retention;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.watch.HealthReport;
import webhookinspector.watch.Hearing;
import webhookinspector.watch.Rounds;
import webhookinspector.watch.Watch;
import webhookinspector.web.Admin;
import webhookinspector.web.Answering;
import webhookinspector.web.Carrying;
import webhookinspector.web.DeliveryDetail;
import webhookinspector.web.Edit;
import webhookinspector.web.Finding;
import webhookinspector.web.Forwarding;
import webhookinspector.web.InboxLine;
import webhookinspector.web.Markings;
import webhookinspector.web.NewWebhook;
import webhookinspector.web.Reconciling;
import webhookinspector.web.Refusal;
import webhookinspector.web.Replaying;
import webhookinspector.web.Retaining;
import webhookinspector.web.SavedFilters;
import webhookinspector.web.Search;
import webhookinspector.web.Setup;
import webhookinspector.web.SimulatorControls;
import webhookinspector.web.Status;
import webhookinspector.web.WebhookLine;
import webhookinspector.webhooks.Known;
import webhookinspector.webhooks.Wish;

/** {@link Admin} by the process that holds the folder: every other way of asking ends here. */
final class LocalAdmin implements Admin {

  private final Core core;
  private final InstantSource clock;
  private final Optional<String> workspace;
  private final Optional<PublicAddress> address;
  private final KeptDeliveries kept;
  private final Inboxes inboxes;
  private final Replays replays;
  private final Finding finding;
  private final Setup setup;
  private final SimulatorControls simulator;
  private final Supplier<String> metrics;
  private boolean remembered;
  private final MarkedDeliveries marked;
  private final KeptFiles files;
  private final Accounts accounts;
  private final Keeping keeping;

  /**
   * @param address of the receiver; empty when this process has none
   */
  LocalAdmin(Core core, Settings settings, Optional<PublicAddress> address) {
    this(core, settings, address, () -> "");
  }

  /**
   * @param metrics in the text format of Prometheus
   */
  LocalAdmin(
      Core core, Settings settings, Optional<PublicAddress> address, Supplier<String> metrics) {
    this.metrics = metrics;
    this.core = core;
    this.clock = settings.surroundings().clock();
    this.workspace = settings.asana().workspace();
    this.address = address;
    this.kept = new KeptDeliveries(core.history(), core.ledger(), core.names(), clock);
    this.finding = new LookingBack(core, kept);
    this.accounts = new Accounts(core, settings);
    this.setup = new SettingUp(core, address);
    this.simulator = new OwnSimulator(settings.asana().own(), Demo.CHANGES_PER_SECOND);
    this.files = new KeptFiles(core, settings.folder(), clock);
    this.keeping = new Keeping(core, settings.policy());
    this.marked = new MarkedDeliveries(core, kept);
    this.replays = core.closing(new Replays(core, kept, clock));
    this.inboxes = new Inboxes(core.registry(), core.handshakes(), this::shownAddress, clock);
  }

  private PublicAddress receiving() {
    return address.orElseThrow(LocalAdmin::noReceiver);
  }

  static Refusal noReceiver() {
    return Refusal.notPossibleNow(
        "receiver: none runs on this folder (expected: one)",
        "Start it in another terminal: inspector serve");
  }

  private URI shownAddress() {
    return address
        .map(PublicAddress::shown)
        .orElse(URI.create("http://127.0.0.1:" + Listening.RECEIVER_PORT));
  }

  @Override
  public List<DeliveryLine> deliveries(Search search) {
    return kept.list(search);
  }

  @Override
  public long count(String filter, @Nullable Long before) {
    return kept.count(filter, before);
  }

  @Override
  public List<Arrivals> arrivals(String filter, int minutes, int steps) {
    return kept.arrivals(filter, minutes, steps);
  }

  @Override
  public Overview overview(String filter) {
    return kept.overview(filter);
  }

  @Override
  public DeliveryDetail delivery(String idOrStart) {
    return kept.find(idOrStart);
  }

  /** Drops what goes beyond the policy from now on; the caller closes it. */
  Retention startKeeping() {
    return keeping.start();
  }

  @Override
  public Retaining retaining() {
    return keeping;
  }

  @Override
  public Carrying carrying() {
    return files;
  }

  @Override
  public Reconciling reconciling() {
    return accounts;
  }

  @Override
  public Markings markings() {
    return marked;
  }

  @Override
  public SavedFilters savedFilters() {
    return new KeptFilters(core.registry(), clock);
  }

  @Override
  public Explanation explain(String idOrStart) {
    return new Explaining(core.registry(), core.history(), core.outbox(), core.names())
        .of(delivery(idOrStart));
  }

  @Override
  public Setup setup() {
    return setup;
  }

  @Override
  public SimulatorControls simulator() {
    return simulator;
  }

  @Override
  public Finding finding() {
    return finding;
  }

  @Override
  public Line.OfAttempt replay(String idOrStart, String target) {
    return replays.send(idOrStart, target, new Edit(null, null)).attempt();
  }

  @Override
  public Answering answering() {
    return core.onPurpose();
  }

  @Override
  public Forwarding forwarding() {
    return new Targets(core.forwarder(), core.outbox(), kept);
  }

  @Override
  public Replaying replaying() {
    return replays;
  }

  @Override
  public List<Attempt> attempts(String idOrStart, int limit) {
    return core.outbox().attemptsOf(new DeliveryId(delivery(idOrStart).line().id()), limit);
  }

  @Override
  public List<WebhookLine> webhooks(@Nullable String chosen, @Nullable String resource) {
    return core.webhooks().list(chosen == null ? workspace.orElse(null) : chosen, resource).stream()
        .map(this::line)
        .toList();
  }

  @Override
  public WebhookLine webhook(String gid) {
    return line(core.webhooks().show(gid));
  }

  private WebhookLine line(Known known) {
    InboxName inbox = known.inbox();
    return line(known.webhook(), inbox);
  }

  private WebhookLine line(Webhook webhook, @Nullable InboxName inbox) {
    return new WebhookLine(
        webhook, inbox != null, inbox == null ? null : inbox.text(), watch().of(webhook));
  }

  @Override
  public HealthReport health() {
    Watch watch = watch();
    if (address.isEmpty()) {
      new Rounds(core.asana(), core.registry(), watch, clock).makeWhenDue();
    }
    return watch.report();
  }

  /** A process without a receiver hears nothing itself, so it asks the history once. */
  private synchronized Watch watch() {
    if (!remembered && address.isEmpty()) {
      new Hearing(core.watch()).remember(core.history());
      remembered = true;
    }
    return core.watch();
  }

  @Override
  public WebhookLine create(NewWebhook wanted) {
    var wish = new Wish(wanted.resource(), receiving().forAsana(), wanted.filters(), true);
    var created = core.webhooks().create(wish);
    InboxName inbox = created.inbox().name();
    for (String remark : created.remarks()) {
      core.alerts().accept(new Alert(clock.instant(), inbox, "webhook", remark));
    }
    return line(created.webhook(), inbox);
  }

  @Override
  public WebhookLine update(String gid, List<Filter> filters) {
    core.webhooks().update(gid, filters);
    return webhook(gid);
  }

  @Override
  public void delete(String gid) {
    if (!core.webhooks().delete(gid).wasThere()) {
      throw Refusal.notFound(
          "webhook: " + gid + " (expected: one that Asana knows)",
          "`inspector webhooks list` shows them.");
    }
  }

  @Override
  public List<InboxLine> inboxes() {
    return inboxes.list();
  }

  @Override
  public InboxLine arm(String name) {
    receiving();
    return inboxes.arm(name);
  }

  @Override
  public InboxLine settle(String name) {
    return inboxes.settle(name);
  }

  @Override
  public List<Line.OfAlert> alerts(int limit) {
    return core.registry().alerts(limit).stream().map(Alerts::line).toList();
  }

  @Override
  public List<Gap> gaps(int limit) {
    return core.registry().gaps(limit);
  }

  @Override
  public String metrics() {
    return metrics.get();
  }

  @Override
  public Status status() {
    Instant now = clock.instant();
    return new Status(
        now,
        withPing(core.state().now(), now),
        core.ledger().health(),
        core.ledger().last().number(),
        core.history().indexed().number(),
        core.history().count(Query.ALL));
  }

  /** Whoever asks while all is well learns how fresh that is. */
  private State withPing(State state, Instant now) {
    Optional<Instant> ping = core.watch().lastPing();
    return state instanceof State.Live && ping.isPresent()
        ? new State.Live("self-ping " + Duration.between(ping.get(), now).toSeconds() + " s ago")
        : state;
  }

  @Override
  public Feed.Watch follow(@Nullable Long after, String filter, Watcher watcher) {
    Watcher choosy = kept.only(filter, watcher);
    return Following.start(core.feed(), core.history(), after, choosy);
  }
}
