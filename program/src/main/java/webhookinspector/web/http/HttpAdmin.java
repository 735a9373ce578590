package webhookinspector.web.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Feed;
import webhookinspector.feed.Line;
import webhookinspector.feed.Watcher;
import webhookinspector.history.Arrivals;
import webhookinspector.history.Overview;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Explanation;
import webhookinspector.outbox.Attempt;
import webhookinspector.subscription.Filter;
import webhookinspector.watch.HealthReport;
import webhookinspector.web.Admin;
import webhookinspector.web.AdminJson;
import webhookinspector.web.AdminKey;
import webhookinspector.web.AdminReader;
import webhookinspector.web.Answering;
import webhookinspector.web.AttemptJson;
import webhookinspector.web.Carrying;
import webhookinspector.web.DeliveryDetail;
import webhookinspector.web.Edit;
import webhookinspector.web.Finding;
import webhookinspector.web.Forwarding;
import webhookinspector.web.InboxLine;
import webhookinspector.web.Markings;
import webhookinspector.web.NewWebhook;
import webhookinspector.web.OverviewJson;
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

/** {@link Admin} through the admin port of the process that holds the folder. */
public final class HttpAdmin implements Admin, AutoCloseable {

  /** Longer than a create call may take: Asana gives the handshake 10 s (protocol reference). */
  private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(60);

  private final Exchange exchange;

  /**
   * @param address of the admin port, without a slash at its end
   */
  public HttpAdmin(URI address, AdminKey key) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.exchange = new Exchange(client, address, key, SLOWEST_ANSWER);
  }

  @Override
  public List<DeliveryLine> deliveries(Search search) {
    return AdminReader.deliveries(exchange.get("/deliveries" + query(search)));
  }

  static String query(Search search) {
    return query(
        "q", search.filter(),
        "after", search.after(),
        "before", search.before(),
        "limit", search.limit(),
        "skip", search.skip());
  }

  @Override
  public long count(String filter, @Nullable Long before) {
    return AdminReader.count(exchange.get("/count" + query("q", filter, "before", before)));
  }

  @Override
  public List<Arrivals> arrivals(String filter, int minutes, int steps) {
    String query = query("q", filter, "minutes", minutes, "steps", steps);
    return OverviewJson.readArrivals(exchange.get("/arrivals" + query));
  }

  @Override
  public Overview overview(String filter) {
    return OverviewJson.readOverview(exchange.get("/overview" + query("q", filter)));
  }

  @Override
  public DeliveryDetail delivery(String idOrStart) {
    if (!idOrStart.strip().matches("[0-9A-Za-z]{1,40}")) {
      throw Refusal.notFound(
          "delivery: " + idOrStart + " (expected: an id, or the start of one)",
          "`inspector list` shows them.");
    }
    return AdminReader.detail(exchange.get("/deliveries/" + encoded(idOrStart.strip())));
  }

  @Override
  public Retaining retaining() {
    return new HttpRetaining(exchange);
  }

  @Override
  public Carrying carrying() {
    return new HttpCarrying(exchange);
  }

  @Override
  public Reconciling reconciling() {
    return new HttpReconciling(exchange);
  }

  @Override
  public Markings markings() {
    return new HttpMarkings(exchange);
  }

  @Override
  public SavedFilters savedFilters() {
    return new HttpSavedFilters(exchange);
  }

  @Override
  public Explanation explain(String idOrStart) {
    return AdminReader.explanation(exchange.get("/deliveries/" + encoded(idOrStart) + "/explain"));
  }

  @Override
  public Setup setup() {
    return new HttpSetup(exchange);
  }

  @Override
  public SimulatorControls simulator() {
    return new HttpSimulator(exchange);
  }

  @Override
  public Finding finding() {
    return new HttpFinding(exchange);
  }

  @Override
  public Line.OfAttempt replay(String idOrStart, String target) {
    return replaying().send(idOrStart, target, new Edit(null, null)).attempt();
  }

  @Override
  public Answering answering() {
    return new HttpAnswering(exchange);
  }

  @Override
  public Forwarding forwarding() {
    return new HttpForwarding(exchange);
  }

  @Override
  public Replaying replaying() {
    return new HttpReplaying(exchange);
  }

  @Override
  public List<Attempt> attempts(String idOrStart, int limit) {
    String path = "/deliveries/" + encoded(idOrStart) + "/attempts";
    return AttemptJson.readAll(exchange.get(path + query("limit", limit)));
  }

  @Override
  public List<WebhookLine> webhooks(@Nullable String workspace, @Nullable String resource) {
    String query = query("workspace", workspace, "resource", resource);
    return AdminReader.webhooks(exchange.get("/webhooks" + query));
  }

  @Override
  public WebhookLine webhook(String gid) {
    return AdminReader.webhook(exchange.get("/webhooks/" + encoded(gid)));
  }

  @Override
  public HealthReport health() {
    return AdminReader.health(exchange.get("/health"));
  }

  @Override
  public WebhookLine create(NewWebhook wanted) {
    return AdminReader.webhook(exchange.send("POST", "/webhooks", AdminJson.newWebhook(wanted)));
  }

  @Override
  public WebhookLine update(String gid, List<Filter> filters) {
    return AdminReader.webhook(
        exchange.send("PUT", "/webhooks/" + encoded(gid), AdminJson.filters(filters)));
  }

  @Override
  public void delete(String gid) {
    exchange.send("DELETE", "/webhooks/" + encoded(gid), "");
  }

  @Override
  public List<InboxLine> inboxes() {
    return AdminReader.inboxes(exchange.get("/inboxes"));
  }

  @Override
  public InboxLine arm(String name) {
    return AdminReader.inbox(exchange.send("POST", "/inboxes/" + encoded(name) + "/arm", "{}"));
  }

  @Override
  public InboxLine settle(String name) {
    return AdminReader.inbox(exchange.send("POST", "/inboxes/" + encoded(name) + "/settle", "{}"));
  }

  @Override
  public List<Line.OfAlert> alerts(int limit) {
    return AdminReader.alerts(exchange.get("/alerts" + query("limit", limit)));
  }

  @Override
  public List<Gap> gaps(int limit) {
    return AdminReader.gaps(exchange.get("/gaps" + query("limit", limit)));
  }

  @Override
  public String metrics() {
    return exchange.get("/metrics");
  }

  @Override
  public Status status() {
    return AdminReader.status(exchange.get("/state"));
  }

  /**
   * Comes back by itself when the stream breaks, as long as it has a position to resume from; ends
   * when the holder does.
   */
  @Override
  public Feed.Watch follow(@Nullable Long after, String filter, Watcher watcher) {
    return FeedReader.start(exchange, "/feed" + query("q", filter), after, watcher);
  }

  /** Names and values in turns; null and "" are left out. */
  static String query(@Nullable Object... namesAndValues) {
    var query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null && !value.toString().isEmpty()) {
        query.add(namesAndValues[i] + "=" + encoded(value.toString()));
      }
    }
    return query.toString();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    exchange.close();
  }
}
