package webhookinspector.web.jetty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import webhookinspector.feed.State;
import webhookinspector.web.Admin;
import webhookinspector.web.AdminJson;
import webhookinspector.web.Refusal;
import webhookinspector.web.Status;

/** The way of a request: gate, open doors, key, route, answer. */
final class AdminHandler extends Handler.Abstract {

  private static final List<String> SAFE = List.of("GET", "HEAD");

  private final Gate gate;
  private final Keys keys;
  private final Admin admin;
  private final List<Route> routes;
  private final Streams streams;
  private final Downloads downloads = new Downloads();

  AdminHandler(Gate gate, Keys keys, Admin admin, List<Route> routes, Streams streams) {
    this.gate = gate;
    this.keys = keys;
    this.admin = admin;
    this.routes = routes;
    this.streams = streams;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answer answer;
    try {
      answer = gate.refuse(request).orElseGet(() -> admitted(request));
    } catch (RuntimeException e) {
      answer = Answer.of(Refusals.of(e));
    }
    Security.protect(response.getHeaders());
    if (!SAFE.contains(request.getMethod()) && refuses(answer)) {
      // its body may be unread; who sent it must not send more on this connection
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    }
    switch (answer) {
      case Answer.Whole whole -> send(whole, response, callback);
      case Answer.Download download -> {
        if (!downloads.send(download, response, callback)) {
          send(tooManyDownloads(), response, callback);
        }
      }
      case Answer.Stream stream -> {
        if (!streams.start(stream, request, response, callback)) {
          send(tooManyStreams(), response, callback);
        }
      }
    }
    return true;
  }

  private static boolean refuses(Answer answer) {
    return answer instanceof Answer.Whole whole && whole.status() >= 400;
  }

  static void send(Answer.Whole whole, Response response, Callback callback) {
    response.setStatus(whole.status());
    if (whole.type() != null) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, whole.type());
    }
    whole.headers().forEach(response.getHeaders()::put);
    response.write(true, whole.content().view(), callback);
  }

  private Answer admitted(Request request) {
    String path = Request.getPathInContext(request);
    boolean reads = SAFE.contains(request.getMethod());
    if (reads && path.equals("/healthz")) {
      return Answer.text(200, "ok");
    }
    if (reads && path.equals("/readyz")) {
      return readiness(admin.status());
    }
    String code = path.equals("/") ? new Call(request, Map.of()).text("key") : null;
    if (reads && code != null) {
      return login(code);
    }
    return switch (keys.check(request)) {
      case KEY -> routed(request, path, true);
      case COOKIE -> routed(request, path, false);
      case NONE -> path.equals("/") ? Page.locked() : Answer.of(noKey());
      case WAIT -> tooMany();
    };
  }

  private static Answer readiness(Status status) {
    if (!status.ledger().well()) {
      return Answer.text(503, "not ready: " + status.ledger().trouble().orElse(""));
    }
    return switch (status.state()) {
      case State.Starting starting -> Answer.text(503, "not ready: starting " + starting.detail());
      case State.Failed failed -> Answer.text(503, "not ready: " + failed.detail());
      default -> Answer.text(200, "ready");
    };
  }

  /** The key leaves the address at once. */
  private Answer login(String code) {
    return keys.login(code)
        .map(cookie -> Answer.empty(303, Map.of("Location", "/", "Set-Cookie", cookie)))
        .orElseGet(Page::usedLink);
  }

  private static Refusal noKey() {
    return new Refusal(
        Refusal.Code.NO_KEY,
        "key: missing or wrong (expected: Authorization: Bearer KEY, or the page's cookie)",
        "The key is in the file admin.key of the data folder.");
  }

  private static Answer.Whole tooManyStreams() {
    return Answer.of(
        Refusal.notPossibleNow(
            "feed: " + Streams.MAX_OPEN + " streams are open already (expected: fewer)",
            "Close some of those who read it."));
  }

  private static Answer.Whole tooManyDownloads() {
    return Answer.of(
        Refusal.notPossibleNow(
            "files: " + Downloads.MOST + " are being sent already (expected: fewer)",
            "Try again once one has ended."));
  }

  private static Answer tooMany() {
    var refusal =
        new Refusal(
            Refusal.Code.NO_KEY, "key: too many wrong ones (expected: fewer guesses)", "Wait 1 s.");
    return Answer.json(429, AdminJson.refusal(refusal), Map.of("Retry-After", "1"));
  }

  private static boolean takesGzip(Request request) {
    return request.getHeaders().getCSV(HttpHeader.ACCEPT_ENCODING, false).stream()
        .anyMatch(coding -> coding.equals("gzip"));
  }

  private Answer routed(Request request, String path, boolean byKey) {
    if (SAFE.contains(request.getMethod())) {
      Optional<PageFiles.PageFile> file = PageFiles.at(path);
      if (file.isPresent()) {
        return file.get().answer(takesGzip(request));
      }
    }
    List<Route> here = routes.stream().filter(route -> route.match(path).isPresent()).toList();
    if (here.isEmpty()) {
      throw Refusal.notFound(
          "path: " + path + " (expected: one that /api/v1/openapi.json describes)", "");
    }
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    Optional<Route> route = here.stream().filter(r -> r.method().equals(method)).findFirst();
    if (route.isEmpty()) {
      String allow = String.join(", ", here.stream().map(Route::method).toList());
      return Answer.empty(405, Map.of("Allow", allow));
    }
    if (!method.equals("GET")) {
      Forgery.refuse(request, byKey);
    }
    return route.get().action().answer(new Call(request, route.get().match(path).orElseThrow()));
  }
}
