package webhookinspector.web.jetty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import webhookinspector.delivery.Body;
import webhookinspector.feed.LineJson;
import webhookinspector.history.FilterParser;
import webhookinspector.web.Admin;
import webhookinspector.web.AdminJson;
import webhookinspector.web.AdminReader;
import webhookinspector.web.AttemptJson;
import webhookinspector.web.DeliveryDetail;
import webhookinspector.web.Refusal;
import webhookinspector.web.Search;

/** Everything that the key opens. The description in {@code openapi.json} is checked against it. */
final class Routes {

  static final String API = "/api/v1";

  private final Admin admin;
  private final Supplier<String> loginLink;

  Routes(Admin admin, Supplier<String> loginLink) {
    this.admin = admin;
    this.loginLink = loginLink;
  }

  List<Route> all() {
    return Stream.of(
            own(),
            new FindingRoutes(admin.finding()).all(),
            new SetupRoutes(admin.setup()).all(),
            new SimulatorRoutes(admin.simulator()).all(),
            new ReplayRoutes(admin).all(),
            new ForwardRoutes(admin).all(),
            new AnswerRoutes(admin).all(),
            new MarkingRoutes(admin).all(),
            new CarryingRoutes(admin).all(),
            new ReconcilingRoutes(admin).all(),
            new RetainingRoutes(admin).all(),
            new ChartRoutes(admin).all())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> own() {
    return List.of(
        get("/deliveries", this::deliveries),
        get("/deliveries/{id}", call -> Answer.json(AdminJson.detail(detail(call)))),
        get("/deliveries/{id}/raw", this::raw),
        get("/deliveries/{id}/explain", this::explain),
        get("/deliveries/{id}/attempts", this::attempts),
        get("/events", this::events),
        get("/webhooks", this::webhooks),
        new Route("POST", API + "/webhooks", this::create),
        get("/webhooks/{gid}", call -> Answer.json(AdminJson.webhook(admin.webhook(gid(call))))),
        new Route("PUT", API + "/webhooks/{gid}", this::update),
        new Route("DELETE", API + "/webhooks/{gid}", this::delete),
        get("/health", call -> Answer.json(AdminJson.health(known(call).health()))),
        get("/inboxes", call -> Answer.json(AdminJson.inboxes(known(call).inboxes()))),
        new Route("POST", API + "/inboxes/{name}/arm", this::arm),
        new Route("POST", API + "/inboxes/{name}/settle", this::settle),
        get("/alerts", this::alerts),
        get("/gaps", this::gaps),
        new Route("GET", "/metrics", this::metrics),
        get("/state", call -> Answer.json(AdminJson.status(known(call).status()))),
        get("/feed", this::feed),
        get("/openapi.json", call -> Answer.json(description())),
        new Route("POST", API + "/login-links", this::link));
  }

  private static Route get(String path, Route.Action action) {
    return new Route("GET", API + path, action);
  }

  /** For routes without arguments. */
  private Admin known(Call call) {
    call.knows();
    return admin;
  }

  static Search search(Call call) {
    call.knows("q", "after", "before", "limit", "skip");
    return new Search(
        call.text("q", ""),
        call.position("after"),
        call.position("before"),
        call.number("limit", Search.DEFAULT_LIMIT),
        call.number("skip", 0));
  }

  private Answer deliveries(Call call) {
    Search search = search(call);
    return Answer.json(AdminJson.deliveries(admin.deliveries(search), search.limit()));
  }

  /** Only what can be believed happened. */
  private Answer events(Call call) {
    Search search = search(call);
    return Answer.json(AdminJson.events(admin.deliveries(search), search.limit()));
  }

  private DeliveryDetail detail(Call call) {
    return known(call).delivery(call.variable("id"));
  }

  /** Whatever the bytes are, a browser must neither show nor run them. */
  private Answer raw(Call call) {
    DeliveryDetail detail = detail(call);
    return new Answer.Whole(
        200,
        "application/octet-stream",
        detail.body(),
        Map.of(
            "Content-Disposition",
            "attachment; filename=\"" + detail.line().id() + ".bin\"",
            "Content-Security-Policy",
            "sandbox; default-src 'none'",
            "X-Body-SHA256",
            detail.body().sha256()));
  }

  private Answer explain(Call call) {
    return Answer.json(AdminJson.explanation(known(call).explain(call.variable("id"))));
  }

  private Answer attempts(Call call) {
    int limit = limit(call.knows("limit"), 1_000);
    return Answer.json(AttemptJson.write(admin.attempts(call.variable("id"), limit)));
  }

  static int limit(Call call, int most) {
    int limit = call.number("limit", 100);
    if (limit < 1 || limit > most) {
      throw Refusal.badInput("limit: " + limit + " (expected: 1 to " + most + ")", "");
    }
    return limit;
  }

  private Answer webhooks(Call call) {
    call.knows("workspace", "resource");
    return Answer.json(
        AdminJson.webhooks(admin.webhooks(call.text("workspace"), call.text("resource"))));
  }

  private Answer create(Call call) {
    var wanted = AdminReader.newWebhook(call.body(List.of("resource", "filters")));
    var line = known(call).create(wanted);
    Map<String, String> location = Map.of("Location", API + "/webhooks/" + line.webhook().gid());
    return Answer.json(201, AdminJson.webhook(line), location);
  }

  private Answer update(Call call) {
    var body = call.body(List.of("filters"));
    if (!body.has("filters")) {
      throw Refusal.badInput("filters: missing (expected: the whole list; [] for everything)", "");
    }
    var line = known(call).update(gid(call), AdminReader.filters(body));
    return Answer.json(AdminJson.webhook(line));
  }

  private Answer delete(Call call) {
    known(call).delete(gid(call));
    return Answer.empty(204, Map.of());
  }

  private static String gid(Call call) {
    return gid(call, "webhook");
  }

  /**
   * @param what it is the gid of, for the reader of a refusal
   */
  static String gid(Call call, String what) {
    String gid = call.variable("gid");
    if (!gid.matches("[0-9]{1,40}")) {
      throw Refusal.badInput(
          what + ": " + gid + " (expected: a gid, decimal digits)",
          what.equals("webhook") ? "`inspector webhooks list` shows them." : "");
    }
    return gid;
  }

  private Answer arm(Call call) {
    return Answer.json(AdminJson.inbox(known(call).arm(call.variable("name"))));
  }

  private Answer settle(Call call) {
    return Answer.json(AdminJson.inbox(known(call).settle(call.variable("name"))));
  }

  private Answer metrics(Call call) {
    Body text = Body.of(known(call).metrics());
    return new Answer.Whole(200, "text/plain; version=0.0.4; charset=utf-8", text, Map.of());
  }

  private Answer alerts(Call call) {
    return Answer.json(AdminJson.alerts(admin.alerts(limit(call.knows("limit"), 10_000))));
  }

  private Answer gaps(Call call) {
    return Answer.json(AdminJson.gaps(admin.gaps(limit(call.knows("limit"), 10_000))));
  }

  private Answer feed(Call call) {
    Long after = call.knows("after", "q").position("after");
    FilterParser.parse(call.text("q", ""), Instant.EPOCH); // now, when it can still be refused
    String resumed = call.request().getHeaders().get("Last-Event-ID");
    return new Answer.Stream(
        resumed == null || resumed.isEmpty() ? after : Call.position("Last-Event-ID", resumed),
        call.text("q", ""));
  }

  private Answer link(Call call) {
    call.knows();
    return Answer.json(
        201, LineJson.object(out -> out.writeStringProperty("login", loginLink.get())), Map.of());
  }

  /** The description of all this. */
  static String description() {
    try (InputStream text = Admin.class.getResourceAsStream("openapi.json")) {
      if (text == null) {
        throw new IllegalStateException(
            "openapi.json: not in the program (expected: beside Admin)");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
