package webhookinspector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static webhookinspector.browser.Watched.browser;
import static webhookinspector.browser.Watched.createTask;
import static webhookinspector.browser.Watched.inspector;
import static webhookinspector.browser.Watched.page;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import webhookinspector.delivery.Body;

/** What other pages of the same browser, and the bytes themselves, may not do. */
class SafetyTest {

  private static final String PRYING =
      """
      <script>
        window.got = [];
        const stream = new EventSource('ADMIN/api/v1/feed?after=0', { withCredentials: true });
        stream.onmessage = (event) => got.push(event.data);
        stream.onerror = () => { got.push('error'); stream.close(); };
        fetch('ADMIN/api/v1/state', { credentials: 'include' })
          .then((r) => r.text()).then((t) => got.push(t), () => got.push('error'));
      </script>""";

  private static final List<String> MISLEADING =
      List.of(
          "a\u202Egpj.exe",
          "b\u202Aleft",
          "c\u2066in\u2069",
          "d\u200Bwidth",
          "e\u200Djoin",
          "f\u00ADhyphen",
          "g\uFEFFmark",
          "h\u061Carabic",
          "i\u2028end",
          "j\u200Etag");

  /** A page at another port of this machine, which browsers call the same site. */
  private static HttpServer elsewhere(String html) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Test
  void givesNoPageOfAnotherOriginAByte() throws Exception {
    HttpServer server = elsewhere(PRYING.replace("ADMIN", inspector().admin()));
    try {
      Page page = page();
      page.navigate(address(server));
      page.waitForCondition(() -> page.evaluate("got.length").equals(2));
      assertThat(page.evaluate("got")).isEqualTo(List.of("error", "error"));
      page.close();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void staysBlankInAFrame() throws Exception {
    HttpServer server = elsewhere("<iframe src='" + inspector().admin() + "/'></iframe>");
    try {
      Page page = page();
      page.navigate(address(server));
      page.waitForCondition(() -> page.frames().size() == 2);
      page.waitForCondition(() -> page.frames().get(1).url().startsWith("chrome-error://"));
      page.close();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void downloadsRawBytesAndNeverShowsThem() throws Exception {
    for (String body : Polyglots.ALL) {
      inspector().forge(Body.of(body));
    }
    await().until(() -> forged().size() >= Polyglots.ALL.size());
    Page page = page();
    for (JsonNode line : forged()) {
      String raw =
          inspector().admin() + "/api/v1/deliveries/" + line.path("id").asString() + "/raw";
      Download download =
          page.waitForDownload(() -> page.evaluate("(to) => { location.href = to; }", raw));
      assertThat(Files.size(download.path())).isEqualTo(line.path("size").asLong());
      assertThat(page.title()).isEqualTo("Webhook Inspector");
    }
    assertThat(browser().sins(page)).isEmpty();
    page.close();
  }

  private static List<JsonNode> forged() throws Exception {
    return inspector()
        .get("/api/v1/deliveries?limit=200&q=verdict%3Dforged%20kind%3Djunk")
        .path("deliveries")
        .values()
        .stream()
        .toList();
  }

  @Test
  void showsWhatMisleadsTheEye() throws Exception {
    Page page = page();
    for (String name : MISLEADING) {
      createTask(name);
    }
    await().until(() -> inspector().get("/api/v1/count?q=tag").path("matching").asLong() > 0);
    page.navigate(inspector().admin() + "/?q=action%3Dadded+type%3Dtask");
    page.locator(".row").first().waitFor();
    for (int row = page.locator(".row").count(); row > 0; row--) {
      page.keyboard().press("o");
      page.keyboard().press("j");
    }
    assertThat(page.locator(".eventrow .ctl").first()).isVisible();
    String text = page.locator(".canvas").textContent();
    assertThat(text)
        .doesNotContainPattern(
            "[\\u202A-\\u202E\\u2066-\\u2069\\u200B-\\u200F\\u00AD\\uFEFF\\u061C\\u2028]")
        .contains("U+202E", "U+200E");
    page.close();
  }
}
