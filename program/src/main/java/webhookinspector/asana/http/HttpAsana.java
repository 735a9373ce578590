package webhookinspector.asana.http;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import webhookinspector.asana.Asana;
import webhookinspector.asana.Calls;
import webhookinspector.asana.EventsPage;
import webhookinspector.asana.Target;
import webhookinspector.event.Page;
import webhookinspector.event.Ref;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.trust.Secret;

/** {@link Asana} over the JDK's HTTP client. */
public final class HttpAsana implements Asana {

  private static final String FULL =
      "opt_fields=active,created_at,delivery_retry_count,failure_deletion_timestamp,filters,"
          + "last_failure_at,last_failure_content,last_success_at,next_attempt_after,resource,target";

  private final AsanaSettings settings;
  private final Caller caller;
  private final Pages pages;
  private final Resources resources;
  private final Named named;

  /**
   * @param jitter spreads what is tried again; need not be cryptographic
   */
  public HttpAsana(AsanaSettings settings, InstantSource clock, RandomGenerator jitter) {
    this(settings, clock, jitter, Thread::sleep);
  }

  /**
   * @param sleeper lets time pass while Asana wants us to wait
   */
  public HttpAsana(
      AsanaSettings settings, InstantSource clock, RandomGenerator jitter, Sleeper sleeper) {
    this(settings, clock, jitter, sleeper, Calls.NONE);
  }

  /**
   * @param calls told of each exchange
   */
  public HttpAsana(
      AsanaSettings settings, InstantSource clock, RandomGenerator jitter, Calls calls) {
    this(settings, clock, jitter, Thread::sleep, calls);
  }

  private HttpAsana(
      AsanaSettings settings,
      InstantSource clock,
      RandomGenerator jitter,
      Sleeper sleeper,
      Calls calls) {
    this.settings = settings;
    this.caller = new Caller(settings, clock, jitter, sleeper, calls);
    this.pages = new Pages(this::get);
    this.resources = new Resources(this::get);
    this.named = new Named(this::get);
  }

  @Override
  public Created create(String resource, URI target, List<Filter> filters) {
    Target.check(settings.base(), target);
    String body = Writing.webhook(resource, target, filters);
    Call call = new Call("POST", "/webhooks", body, settings.createTimeout());
    JsonNode answer = caller.call(call);
    Optional<Webhook> webhook = Reading.webhook(answer.path("data"));
    Optional<Secret> secret = Reading.secret(answer);
    if (webhook.isEmpty() || secret.isEmpty()) {
      throw Incomplete.of(call.shown(), secret.isEmpty() ? "X-Hook-Secret" : "data.gid");
    }
    return new Created(webhook.get(), secret.get());
  }

  @Override
  public Webhook webhook(String gid) {
    String path = "/webhooks/" + Call.escaped(gid);
    return one("GET " + path, get(path), Reading::webhook);
  }

  @Override
  public List<Webhook> webhooks(String workspace, @Nullable String resource) {
    String query = "?workspace=" + Call.escaped(workspace);
    if (resource != null) {
      query += "&resource=" + Call.escaped(resource);
    }
    return pages.all("/webhooks" + query + "&" + FULL, Reading::webhook);
  }

  @Override
  public Webhook update(String gid, List<Filter> filters) {
    String path = "/webhooks/" + Call.escaped(gid);
    Call call = new Call("PUT", path, Writing.filters(filters), settings.timeout());
    return one(call.shown(), caller.call(call), Reading::webhook);
  }

  @Override
  public void delete(String gid) {
    caller.call(new Call("DELETE", "/webhooks/" + Call.escaped(gid), null, settings.timeout()));
  }

  @Override
  public Ref me() {
    return one("GET /users/me", get("/users/me"), data -> Reading.ref(data, "user"));
  }

  @Override
  public List<Ref> workspaces() {
    return pages.all("/workspaces", data -> Reading.ref(data, "workspace"));
  }

  @Override
  public List<Ref> projects(String workspace) {
    String path = "/projects?workspace=" + Call.escaped(workspace);
    return pages.all(path, data -> Reading.ref(data, "project"));
  }

  @Override
  public List<Ref> meant(String workspace, String type, String words, int most) {
    String query = "?resource_type=" + Call.escaped(type) + "&query=" + Call.escaped(words);
    JsonNode answer =
        get(
            "/workspaces/"
                + Call.escaped(workspace)
                + "/typeahead"
                + query
                + "&count="
                + most
                + "&opt_fields=name");
    return answer.path("data").values().stream()
        .flatMap(data -> Reading.ref(data, type).stream())
        .toList();
  }

  @Override
  public List<Modified> modified(String gid, Instant since) {
    String fields = "opt_fields=name,resource_type,resource_subtype,modified_at";
    List<Modified> told =
        switch (resources.find(gid).type().orElse("")) {
          case "project" ->
              pages.all(
                  "/tasks?project="
                      + Call.escaped(gid)
                      + "&modified_since="
                      + Call.escaped(since.toString())
                      + "&"
                      + fields,
                  Reading::modified);
          case "task" ->
              Reading.modified(get("/tasks/" + Call.escaped(gid) + "?" + fields).path("data"))
                  .stream()
                  .toList();
          default -> List.of();
        };
    return told.stream().filter(one -> !one.at().isBefore(since)).toList();
  }

  @Override
  public Ref resource(String gid) {
    return resources.find(gid);
  }

  @Override
  public Ref workspaceOf(Ref resource) {
    return resources.workspaceOf(resource);
  }

  @Override
  public Optional<String> name(Ref ref) {
    return named.name(ref);
  }

  @Override
  public EventsPage events(String resource, @Nullable String sync) {
    String path = "/events?resource=" + Call.escaped(resource);
    String query = sync == null ? path : path + "&sync=" + Call.escaped(sync);
    Answer answer = caller.ask(new Call("GET", query, null, settings.timeout()));
    return Page.of(answer.body())
        .map(page -> new EventsPage(answer.body(), page, answer.status() == 412))
        .orElseThrow(() -> Incomplete.of("GET /events", "sync"));
  }

  @Override
  public Optional<Instant> closedUntil() {
    return caller.closedUntil();
  }

  @Override
  public URI base() {
    return settings.base();
  }

  private JsonNode get(String path) {
    return caller.call(new Call("GET", path, null, settings.timeout()));
  }

  private static <T> T one(String call, JsonNode answer, Function<JsonNode, Optional<T>> reading) {
    return reading.apply(answer.path("data")).orElseThrow(() -> Incomplete.of(call, "data.gid"));
  }
}
