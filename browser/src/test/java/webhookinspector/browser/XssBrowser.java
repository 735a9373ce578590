package webhookinspector.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.delivery.Body;

/**
 * Hostile text in everything that the page shows: names, events, keys, headers, notes, saved
 * filters, targets and what they answer, and the page's own address. Every view and every tab of
 * every delivery is opened; nothing may run, reach out or be blocked. The control is a page without
 * our care, on which the canary runs.
 */
final class XssBrowser implements Check {

  private static final String CANARY =
      "window.canaries = 0; window.canary = () => { window.canaries += 1; };";
  private static final List<String> TABS =
      List.of(
          "explain",
          "events",
          "body",
          "headers",
          "signature",
          "attempts",
          "diff",
          "timeline",
          "code");
  private static final List<String> VIEWS =
      List.of("overview", "gaps", "alerts", "targets", "reconcile", "retention");

  /**
   * What the browser notes when a filter out of the address is no filter: that is as it should be.
   */
  private static final String REFUSED =
      "console: Failed to load resource: the server responded with a status of 40[04] .*";

  private int opened;

  @Override
  public String name() {
    return "xss-browser";
  }

  @Override
  public String promise() {
    return "hostile text in every field, in every view: nothing runs and nothing is asked for";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (!Browser.isThere()) {
      return Outcome.skipped("Chromium is not installed");
    }
    if (size == Size.QUICK) {
      return Outcome.skipped("at full size only; HostileTest and SafetyTest try a part");
    }
    opened = 0;
    HttpServer target = hostileTarget();
    try (Inspector inspector = Inspector.start(folder);
        Browser browser = Browser.open()) {
      fill(inspector, target);
      Page page = browser.page(1440, 900, ColorScheme.LIGHT, inspector.admin());
      page.addInitScript(CANARY);
      page.navigate(inspector.loginLink());
      page.waitForSelector("#row-0[data-position]");
      long canaries = openEverything(inspector, page);
      List<String> sins =
          browser.sins(page).stream().filter(sin -> !sin.matches(REFUSED)).distinct().toList();
      int control = control(browser);
      return Outcome.of(
          canaries == 0 && sins.isEmpty() && control > 5,
          PageProof.said(
              "%d texts in every field, %d views and tabs opened: %d ran, %d requests, errors or"
                  + " dialogs%s; control: %d run on a careless page",
              HostileText.all().size(),
              opened,
              canaries,
              sins.size(),
              sins.isEmpty() ? "" : " " + sins,
              control));
    } finally {
      target.stop(0);
    }
  }

  /** Answers with markup, in its head too. */
  private static HttpServer hostileTarget() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = String.join("\n", HostileText.all()).getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.getResponseHeaders().set("X-Odd", "<img src=x onerror=canary()>");
          exchange.sendResponseHeaders(500, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void fill(Inspector inspector, HttpServer target) throws Exception {
    String address = "http://127.0.0.1:" + target.getAddress().getPort() + "/?<script>canary()";
    inspector.send("POST", "/api/v1/targets", "{\"target\":" + HostileText.json(address) + "}");
    for (String text : HostileText.all()) {
      inspector.asana().changes().createTask(inspector.asana().project(), text);
      String json = HostileText.json(text);
      String event =
          "{\"action\":%1$s,\"created_at\":%1$s,\"user\":{\"gid\":%1$s,\"name\":%1$s},\"resource\":{\"gid\":%1$s,\"resource_type\":%1$s,\"resource_subtype\":%1$s,\"name\":%1$s},\"parent\":{\"gid\":%1$s,\"name\":%1$s},\"change\":{\"field\":%1$s,\"new_value\":{%1$s:%1$s}}}"
              .formatted(json);
      String ascii = text.replaceAll("[^ -~]", "?");
      inspector.forge(Body.of("{\"events\":[" + event + "]}"), "X-Odd", ascii, "User-Agent", ascii);
      inspector.send(
          "PUT", "/api/v1/filters/" + URLEncoder.encode(text, UTF_8), "{\"filter\":" + json + "}");
    }
    inspector.forge(Body.of(String.join("\n", HostileText.all())));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> deliveries(inspector).size() > HostileText.all().size());
    inspector.awaitIndexed();
    for (JsonNode line : deliveries(inspector)) {
      String note = HostileText.all().get(line.path("position").asInt() % HostileText.all().size());
      inspector.send(
          "PUT",
          "/api/v1/deliveries/" + line.path("id").asString() + "/note",
          "{\"note\":" + HostileText.json(note) + "}");
    }
  }

  private static List<JsonNode> deliveries(Inspector inspector) throws Exception {
    return new ArrayList<>(
        inspector.get("/api/v1/deliveries?limit=200").path("deliveries").values());
  }

  /** Returns how often the canary was called. */
  private long openEverything(Inspector inspector, Page page) throws Exception {
    long canaries = 0;
    for (String view : VIEWS) {
      canaries += open(page, inspector.admin() + "/?v=" + view, "body");
    }
    for (JsonNode line : deliveries(inspector)) {
      canaries += open(page, inspector.admin() + "/?d=" + line.path("id").asString(), "#tab-body");
      for (String tab : TABS) {
        page.locator("#tab-" + tab).click();
        page.locator("#panel").waitFor(attached());
        opened++;
      }
      canaries += ran(page);
    }
    for (String text : HostileText.all()) {
      String part = URLEncoder.encode(text, UTF_8);
      String address = "/?q=%1$s&tab=%1$s&o=%1$s&v=%1$s&span=%1$s#%1$s".formatted(part);
      canaries += open(page, inspector.admin() + address, "body");
    }
    return canaries;
  }

  private long open(Page page, String address, String there) {
    page.navigate(address);
    page.locator(there).first().waitFor(attached());
    page.waitForTimeout(80);
    opened++;
    return ran(page);
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  private static long ran(Page page) {
    return ((Number) page.evaluate("window.canaries")).longValue();
  }

  /** How many of the texts run where they are written into a page as they are. */
  private static int control(Browser browser) {
    Page page = browser.page(1200, 800, ColorScheme.LIGHT, "about:");
    int ran = 0;
    List<String> handlers =
        HostileText.all().stream().filter(text -> text.matches("(?s).* ?on\\w+=canary.*")).toList();
    for (String text : handlers) { // the others lead away from the page that counts
      page.navigate("about:blank");
      page.evaluate("(text) => { " + CANARY + " document.body.innerHTML = text; }", text);
      page.waitForTimeout(30);
      ran += ran(page) > 0 ? 1 : 0;
    }
    return ran;
  }
}
