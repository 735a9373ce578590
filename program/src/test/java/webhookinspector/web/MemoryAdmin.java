package webhookinspector.web;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.event.Ref;
import webhookinspector.feed.Broadcast;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.feed.Watcher;
import webhookinspector.history.Arrivals;
import webhookinspector.history.Lags;
import webhookinspector.history.Overview;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Marking;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.ledger.LedgerHealth;
import webhookinspector.outbox.Attempt;
import webhookinspector.registry.Level;
import webhookinspector.subscription.Filter;
import webhookinspector.watch.ClockSkew;
import webhookinspector.watch.HealthReport;
import webhookinspector.watch.SelfPing;

/** An {@link Admin} without disk and without Asana, and a count of what was changed. */
public final class MemoryAdmin implements Admin {

  /** What every delivery's body is: each of the 256 bytes once. */
  public static final Body BODY = allBytes();

  public volatile State state = new State.Live("");
  public volatile Optional<String> trouble = Optional.empty();
  public volatile int followCapacity = 100_000;

  private final List<DeliveryLine> lines = new ArrayList<>();
  private final MemoryWebhooks webhooks = new MemoryWebhooks();
  private final List<Broadcast> followers = new CopyOnWriteArrayList<>();
  private final MemorySavedFilters filters = new MemorySavedFilters(this::changed);
  private final MemorySimulator simulator = new MemorySimulator();
  private final MemoryAnswering answering = new MemoryAnswering();
  private final MemoryForwarding forwarding = new MemoryForwarding();
  private int changes;

  /** How a file was last to be imported. */
  public volatile NewImport imported = NewImport.PLAIN;

  private static Body allBytes() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < 256; i++) {
      bytes[i] = (byte) i;
    }
    return Body.wrapping(bytes);
  }

  /** A delivery arrives. */
  public synchronized void add(DeliveryLine line) {
    lines.add(line);
    followers.forEach(follower -> follower.tell(new Line.OfDelivery(line)));
  }

  /** Everything that arrived is gone. */
  public synchronized void forget() {
    lines.clear();
  }

  public synchronized void tell(Line line) {
    followers.forEach(follower -> follower.tell(line));
  }

  /** How often something was changed. */
  public synchronized int changes() {
    return changes;
  }

  @Override
  public synchronized List<DeliveryLine> deliveries(Search search) {
    if (search.filter().contains("(")) {
      throw new IllegalArgumentException("filter: position 1: ( (expected: a ) behind it)");
    }
    var found =
        lines.stream()
            .filter(l -> search.after() == null || l.position() > search.after())
            .filter(l -> search.before() == null || l.position() < search.before())
            .filter(l -> search.filter().isEmpty() || search.filter().contains(l.kind()))
            .toList();
    int end = Math.max(0, found.size() - search.skip());
    return found.subList(Math.max(0, end - search.limit()), end);
  }

  @Override
  public synchronized long count(String filter, @Nullable Long before) {
    return deliveries(new Search(filter, null, before, Search.MAX_LIMIT)).size();
  }

  @Override
  public List<Arrivals> arrivals(String filter, int minutes, int steps) {
    return List.of(new Arrivals(Instant.EPOCH, count(filter), 1, 2, 3));
  }

  @Override
  public Overview overview(String filter) {
    return new Overview(
        count(filter),
        Lags.of(List.of(-5L, 300L, 61_000L)),
        List.of(
            new Overview.BusyResource(new Ref("1200", "task", null, "Fix login"), 7),
            new Overview.BusyResource(new Ref("1201", null, null, null), 1)),
        List.of(new Overview.BusyAction("changed", "task", "due_on", 8)));
  }

  @Override
  public Retaining retaining() {
    return new MemoryRetaining(this::changed);
  }

  @Override
  public Carrying carrying() {
    return new MemoryCarrying(this);
  }

  synchronized void imported(NewImport wanted) {
    changes++;
    imported = wanted;
  }

  private synchronized void changed() {
    changes++;
  }

  @Override
  public SavedFilters savedFilters() {
    return filters;
  }

  @Override
  public Markings markings() {
    return new Markings() {
      @Override
      public DeliveryLine pin(String idOrStart, boolean pinned) {
        return mark(idOrStart, marking -> marking.pinned(pinned));
      }

      @Override
      public DeliveryLine note(String idOrStart, String note) {
        return mark(idOrStart, marking -> marking.noting(note));
      }
    };
  }

  private synchronized DeliveryLine mark(String idOrStart, UnaryOperator<Marking> change) {
    changes++;
    DeliveryLine line = delivery(idOrStart).line();
    DeliveryLine marked = line.marked(change.apply(new Marking(line.pinned(), line.note())));
    lines.set(lines.indexOf(line), marked);
    return marked;
  }

  @Override
  public synchronized Explanation explain(String idOrStart) {
    return Explanation.of(delivery(idOrStart).line(), Optional.empty(), null, null, List.of());
  }

  @Override
  public Setup setup() {
    return new MemorySetup();
  }

  @Override
  public MemorySimulator simulator() {
    return simulator;
  }

  @Override
  public Reconciling reconciling() {
    return new MemoryReconciling();
  }

  @Override
  public Finding finding() {
    return new MemoryFinding(this);
  }

  @Override
  public synchronized Line.OfAttempt replay(String idOrStart, String target) {
    changes++;
    return replaying().send(idOrStart, target, new Edit(null, null)).attempt();
  }

  @Override
  public Answering answering() {
    return answering;
  }

  @Override
  public Forwarding forwarding() {
    return forwarding;
  }

  @Override
  public Replaying replaying() {
    return new MemoryReplaying(name -> delivery(name).line().id());
  }

  @Override
  public synchronized List<Attempt> attempts(String idOrStart, int limit) {
    var id = new DeliveryId(delivery(idOrStart).line().id());
    return List.of(
        new Attempt(
            id, "http://127.0.0.1/", Instant.EPOCH, 200, 7, null, Attempt.Source.REPLAY, "x"),
        new Attempt(
            id, "http://127.0.0.1/", Instant.EPOCH, null, 9, "odd", Attempt.Source.FORWARD, "x"));
  }

  @Override
  public synchronized DeliveryDetail delivery(String idOrStart) {
    var found = lines.stream().filter(l -> l.id().startsWith(idOrStart)).toList();
    if (found.isEmpty()) {
      throw Refusal.notFound("delivery: " + idOrStart + " (expected: an id)", "inspector list");
    }
    if (found.size() > 1) {
      throw new Refusal(Refusal.Code.AMBIGUOUS, "delivery: " + idOrStart, "Type more of it.");
    }
    Headers headers =
        Headers.of("X-Hook-Signature", "abc", "content-TYPE", "a", "Content-Type", "b");
    return new DeliveryDetail(found.getFirst(), headers, BODY);
  }

  @Override
  public synchronized List<WebhookLine> webhooks(
      @Nullable String workspace, @Nullable String resource) {
    return webhooks.of(resource);
  }

  @Override
  public synchronized WebhookLine webhook(String gid) {
    return webhooks.get(gid);
  }

  @Override
  public synchronized WebhookLine create(NewWebhook wanted) {
    changes++;
    return webhooks.put("90" + changes, wanted.resource(), wanted.filters());
  }

  @Override
  public synchronized HealthReport health() {
    var lost = new SelfPing("https://a.example", false, Examples.NOON, Examples.NOON, null, "no");
    var there = new SelfPing("https://b.example", true, Examples.NOON, Examples.NOON, 31L, null);
    return new HealthReport(
        Examples.NOON,
        Level.ALARM,
        webhooks.of(null).stream().map(WebhookLine::health).toList(),
        List.of(lost, there),
        new ClockSkew(-340, 600, "date"));
  }

  @Override
  public synchronized WebhookLine update(String gid, List<Filter> filters) {
    String resource = webhook(gid).webhook().resource().gid();
    changes++;
    return webhooks.put(gid, resource, filters);
  }

  @Override
  public synchronized void delete(String gid) {
    webhook(gid);
    changes++;
    webhooks.remove(gid);
  }

  @Override
  public List<InboxLine> inboxes() {
    return List.of(inbox("build-board", null));
  }

  private static InboxLine inbox(String name, @Nullable Instant armedUntil) {
    URI address = URI.create("http://127.0.0.1:8090/in/abcdefghijklmnopqrstuvwxyz");
    String state = armedUntil == null ? "settled" : "open";
    return new InboxLine(name, address, "1200", "900", state, "0f1e2d3c4b5a", 0, armedUntil);
  }

  @Override
  public synchronized InboxLine arm(String name) {
    changes++;
    return inbox(name, Examples.NOON);
  }

  @Override
  public synchronized InboxLine settle(String name) {
    changes++;
    return inbox(name, null);
  }

  @Override
  public List<Line.OfAlert> alerts(int limit) {
    return List.of(new Line.OfAlert(Examples.NOON, null, "disk-full", "Make room."));
  }

  @Override
  public List<Gap> gaps(int limit) {
    return List.of(Examples.gap("The sync token was too old."));
  }

  @Override
  public String metrics() {
    return "# HELP up Whether.\n# TYPE up gauge\nup 1\n";
  }

  @Override
  public synchronized Status status() {
    long last = lines.isEmpty() ? 0 : lines.getLast().position();
    var health = new LedgerHealth(trouble, 1, lines.size(), 0);
    return new Status(Examples.NOON, state, health, last, last, lines.size());
  }

  @Override
  public synchronized Feed.Watch follow(@Nullable Long after, String filter, Watcher watcher) {
    var own = new Broadcast();
    own.watch(filter.isEmpty() ? watcher : only(filter, watcher), followCapacity);
    if (after != null) {
      lines.stream()
          .filter(line -> line.position() > after)
          .forEach(line -> own.tell(new Line.OfDelivery(line)));
    }
    followers.add(own);
    return () -> {
      followers.remove(own);
      own.close();
    };
  }

  private static Watcher only(String filter, Watcher watcher) {
    return line -> {
      if (!(line instanceof Line.OfDelivery of) || filter.contains(of.delivery().kind())) {
        watcher.told(line);
      }
    };
  }

  /** How many follow at this moment. */
  public int followers() {
    return followers.size();
  }
}
