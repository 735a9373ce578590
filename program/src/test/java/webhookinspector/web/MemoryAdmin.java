package webhookinspector.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.event.Ref;
import webhookinspector.export.ExportFormat;
import webhookinspector.export.ExportReport;
import webhookinspector.feed.Broadcast;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.State;
import webhookinspector.feed.Watcher;
import webhookinspector.history.Arrivals;
import webhookinspector.history.Lags;
import webhookinspector.history.Overview;
import webhookinspector.imports.ImportReport;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Marking;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.ledger.Dropped;
import webhookinspector.ledger.Extent;
import webhookinspector.ledger.LedgerHealth;
import webhookinspector.outbox.Attempt;
import webhookinspector.registry.Level;
import webhookinspector.registry.SavedFilter;
import webhookinspector.retention.Policy;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.watch.ClockSkew;
import webhookinspector.watch.HealthReport;
import webhookinspector.watch.Lag;
import webhookinspector.watch.SelfPing;
import webhookinspector.watch.WebhookHealth;
import webhookinspector.watch.Word;

/** An {@link Admin} without disk and without Asana, and a count of what was changed. */
public final class MemoryAdmin implements Admin {

  /** What every delivery's body is: each of the 256 bytes once. */
  public static final Body BODY = allBytes();

  public volatile State state = new State.Live("");
  public volatile Optional<String> trouble = Optional.empty();
  public volatile int followCapacity = 100_000;

  private final List<DeliveryLine> lines = new ArrayList<>();
  private final Map<String, WebhookLine> webhooks = new LinkedHashMap<>();
  private final List<Broadcast> followers = new CopyOnWriteArrayList<>();
  private final Map<String, SavedFilter> filters = new ConcurrentSkipListMap<>();
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
    return new Retaining() {
      @Override
      public Now now() {
        var policy = new Policy(Duration.ofDays(30), null, 5_000_000_000L);
        return new Now(policy, new Extent(7, 4_096), List.of(dropped("more than 5.0 GB")));
      }

      @Override
      public List<Dropped> prune(NewPruning wanted) {
        changes += wanted.dryRun() ? 0 : 1;
        return List.of(dropped(wanted.toString()));
      }
    };
  }

  private static Dropped dropped(String because) {
    return new Dropped(Examples.NOON, because, Instant.EPOCH, Examples.NOON, 3, 999);
  }

  /** Writes ids in place of deliveries; breaks off behind the first when asked for HAR. */
  @Override
  public Carrying carrying() {
    return new Carrying() {
      @Override
      public ExportReport export(NewExport wanted, OutputStream out) throws IOException {
        var found = deliveries(new Search(wanted.filter(), null, null, Search.MAX_LIMIT));
        for (DeliveryLine line : found) {
          out.write((line.id() + "\n").getBytes(StandardCharsets.UTF_8));
          if (wanted.format() == ExportFormat.HAR) {
            out.flush();
            throw new IOException("the disk is gone");
          }
        }
        return new ExportReport(found.size(), List.of("delivery x: damaged"));
      }

      @Override
      public ImportReport take(NewImport wanted, Upload file) throws IOException {
        changes++;
        imported = wanted;
        try (var in = file.open()) {
          return new ImportReport(in.readAllBytes().length, 4, 3, 2, List.of("line 1: GET /"));
        }
      }
    };
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
  public SavedFilters savedFilters() {
    return new SavedFilters() {
      @Override
      public List<SavedFilter> all() {
        return List.copyOf(filters.values());
      }

      @Override
      public SavedFilter save(String name, String filter) {
        changes++;
        filters.put(name, new SavedFilter(name, filter));
        return named(name);
      }

      @Override
      public void remove(String name) {
        changes++;
        if (filters.remove(name) == null) {
          throw SavedFilters.unknown(name);
        }
      }
    };
  }

  @Override
  public synchronized Explanation explain(String idOrStart) {
    return Explanation.of(delivery(idOrStart).line(), Optional.empty(), null, List.of());
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
    return webhooks.values().stream()
        .filter(w -> resource == null || w.webhook().resource().gid().equals(resource))
        .toList();
  }

  @Override
  public synchronized WebhookLine webhook(String gid) {
    WebhookLine line = webhooks.get(gid);
    if (line == null) {
      throw new AsanaRefused(404, List.of("webhook: Unknown object"), "It was deleted.");
    }
    return line;
  }

  @Override
  public synchronized WebhookLine create(NewWebhook wanted) {
    changes++;
    return put("90" + changes, wanted.resource(), wanted.filters());
  }

  private WebhookLine put(String gid, String resource, List<Filter> filters) {
    var webhook =
        new Webhook(
            gid,
            true,
            new Ref(resource, "project", null, "Build board"),
            URI.create("https://inspector.example.net/in/abc"),
            filters,
            Examples.NOON,
            Examples.NOON,
            null,
            "",
            0,
            null,
            null);
    var line = new WebhookLine(webhook, true, "build-board", health(webhook));
    webhooks.put(gid, line);
    return line;
  }

  private static WebhookHealth health(Webhook webhook) {
    return new WebhookHealth(
        webhook.gid(),
        "build-board",
        webhook.resource(),
        Word.SILENT,
        Level.ALARM,
        Examples.NOON,
        List.of("last success 16 h 1 min ago", "second"),
        "inspector webhooks create 1200",
        Examples.NOON,
        Examples.NOON,
        Examples.NOON,
        Examples.NOON.plusSeconds(28_800),
        3,
        Examples.NOON,
        Examples.NOON,
        new Lag(7, -3, 900, 2_000, 61_000));
  }

  @Override
  public synchronized HealthReport health() {
    var lost = new SelfPing("https://a.example", false, Examples.NOON, Examples.NOON, null, "no");
    var there = new SelfPing("https://b.example", true, Examples.NOON, Examples.NOON, 31L, null);
    return new HealthReport(
        Examples.NOON,
        Level.ALARM,
        webhooks.values().stream().map(WebhookLine::health).toList(),
        List.of(lost, there),
        new ClockSkew(-340, 600, "date"));
  }

  @Override
  public synchronized WebhookLine update(String gid, List<Filter> filters) {
    String resource = webhook(gid).webhook().resource().gid();
    changes++;
    return put(gid, resource, filters);
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
