package webhookinspector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import webhookinspector.delivery.Body;

class PageTest {

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

  private static Browser browser;
  private static Inspector inspector;

  @BeforeAll
  static void open(@TempDir Path home) throws Exception {
    browser = Browser.open();
    inspector = Inspector.start(home);
  }

  @AfterAll
  static void close() {
    if (inspector != null) {
      inspector.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  private static Page page() throws Exception {
    return page(1440, 900, ColorScheme.LIGHT);
  }

  private static Page page(int width, int height, ColorScheme scheme) throws Exception {
    Page page = browser.page(width, height, scheme, inspector.admin());
    page.navigate(inspector.loginLink());
    page.waitForSelector(".row[aria-rowindex='1'] time[datetime]");
    return page;
  }

  private static void createTask(String name) {
    inspector.asana().changes().createTask(inspector.asana().project(), name);
  }

  private static Locator row(Page page, String words) {
    return page.locator(".row", new Page.LocatorOptions().setHasText(words)).first();
  }

  @Test
  void showsADeliveryWhileTheReaderWatches() throws Exception {
    Page page = page();
    createTask("Polish the brass");
    assertThat(row(page, "Polish the brass")).isVisible();
    page.close();
  }

  @Test
  void countsWhatTheProgramHolds() throws Exception {
    Page page = page();
    createTask("Count the spoons");
    assertThat(row(page, "Count the spoons")).isVisible();
    await()
        .untilAsserted(
            () ->
                assertThat(Long.parseLong(page.locator("[data-count]").getAttribute("data-count")))
                    .isEqualTo(inspector.get("/api/v1/count").path("matching").asLong()));
    page.close();
  }

  @Test
  void isWalkedByTheKeyboardAlone() throws Exception {
    createTask("Walk the dog");
    inspector.forge(Body.of("{\"events\":[]}"));
    await()
        .until(
            () -> inspector.get("/api/v1/count?q=verdict%3Dforged").path("matching").asLong() > 0);
    Page page = page();
    page.keyboard().press("n");
    page.keyboard().press("Enter");
    assertThat(page.locator(".detail .pill").first()).containsText("forged");
    assertThat(page.locator(".tabpanel")).containsText("secret");
    page.keyboard().press("b");
    assertThat(page.locator(".tree, pre.code").first()).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator(".detail")).hasCount(0);
    page.keyboard().press("/");
    page.keyboard().type("kind=handshake");
    page.keyboard().press("Enter");
    assertThat(page.locator(".row")).hasCount(1);
    assertThat(page.locator(".row").first()).containsText("Handshake");
    page.keyboard().press("Control+k");
    page.keyboard().type("theme");
    assertThat(page.locator("dialog [role=option]")).hasCount(1);
    page.keyboard().press("Escape");
    page.keyboard().press("?");
    assertThat(page.locator("dialog")).containsText("Next delivery");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    page.close();
  }

  @Test
  void isAnAddressThatCanBeSent() throws Exception {
    createTask("Send a letter");
    Page page = page();
    row(page, "Send a letter").click();
    page.locator("#tab-headers").click();
    assertThat(page.locator("table.headers")).containsText("X-Hook-Signature");
    String address = page.url();
    page.reload();
    assertThat(page.locator("table.headers")).containsText("X-Hook-Signature");
    assertThat(page.locator(".dhead h1")).containsText("Send a letter");
    assertThat(address).doesNotContain("key=");
    page.close();
  }

  @Test
  void saysWhereAFilterWentWrong() throws Exception {
    Page page = page();
    page.locator(".filterline input").fill("actoin=changed");
    assertThat(page.locator(".empty")).containsText("did you mean action");
    page.locator(".empty button").click();
    assertThat(page.locator(".row").first()).isVisible();
    page.close();
  }

  @Test
  void runsNothingThatADeliveryHolds() throws Exception {
    HostileText.all().forEach(PageTest::createTask);
    for (String text : HostileText.all()) {
      inspector.forge(
          Body.of(
              "{\"events\":[{\"action\":"
                  + HostileText.json(text)
                  + ",\"resource\":{\"gid\":"
                  + HostileText.json(text)
                  + ",\"resource_type\":"
                  + HostileText.json(text)
                  + ",\"name\":"
                  + HostileText.json(text)
                  + "}}],"
                  + HostileText.json(text)
                  + ":1}"),
          "X-Odd",
          text.replaceAll("[^ -~]", "?"),
          "User-Agent",
          text.replaceAll("[^ -~]", "?"));
    }
    Page page = page();
    page.evaluate(
        "() => { window.canaries = 0; window.canary = () => { window.canaries += 1; }; }");
    for (String filter : List.of("verdict=authentic", "verdict=forged")) {
      page.locator(".filterline input").fill(filter);
      page.keyboard().press("Enter");
      page.waitForURL("**q=verdict*" + filter.substring(8) + "*");
      long rows =
          inspector.get("/api/v1/count?q=" + filter.replace("=", "%3D")).path("matching").asLong();
      assertThat(page.locator("[data-count='" + rows + "']")).isVisible();
      for (int i = 0; i < Math.min(rows, 60); i++) {
        page.locator("#row-" + i).click();
        for (String tab : i % 10 == 0 ? TABS : List.of("explain", "body")) {
          page.locator("#tab-" + tab).click();
          page.locator("#panel").waitFor();
        }
      }
    }
    assertThat(page.evaluate("window.canaries")).isEqualTo(0);
    assertThat(browser.sins(page)).isEmpty();
    page.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void canBeReadByEverybody(ColorScheme scheme) throws Exception {
    createTask("Read aloud");
    Page page = page(1440, 900, scheme);
    row(page, "Read aloud").click();
    for (String tab : TABS) {
      page.locator("#tab-" + tab).click();
      assertThat(Axe.findings(page)).as(tab).isEmpty();
    }
    for (String dialog : List.of("?", "r", "R", "w", "x", "A", "Control+k")) {
      page.keyboard().press(dialog);
      page.locator("dialog input, dialog textarea, dialog select, dialog .keys").first().waitFor();
      assertThat(Axe.findings(page)).as(dialog).isEmpty();
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog")).hasCount(0);
    }
    page.keyboard().press("m");
    page.keyboard().press("/");
    assertThat(Axe.findings(page)).as("marks and words").isEmpty();
    page.locator("[aria-label='How to filter']").click();
    assertThat(Axe.findings(page)).as("help").isEmpty();
    for (String place : List.of("gaps", "alerts", "targets")) {
      page.navigate(inspector.admin() + "/?v=" + place);
      page.locator(".notices .overhead").waitFor();
      assertThat(Axe.findings(page)).as(place).isEmpty();
    }
    page.navigate(inspector.admin() + "/?v=overview");
    page.locator(".busiest li").first().waitFor();
    assertThat(Axe.findings(page)).as("overview").isEmpty();
    for (Locator table : page.locator(".figure figcaption button").all()) {
      table.click();
    }
    assertThat(Axe.findings(page)).as("overview as tables").isEmpty();
    page.close();
  }

  @ParameterizedTest
  @EnumSource(Width.class)
  void fitsItsWindow(Width width) throws Exception {
    Page page = page(width.pixels, 800, ColorScheme.LIGHT);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width.pixels);
    page.locator("#row-0").click();
    assertThat(page.locator(".detail .dhead h1")).isInViewport();
    page.close();
  }

  @Test
  void keepsPinsNotesAndNamedFilters() throws Exception {
    createTask("Mind the gap");
    Page page = page();
    row(page, "Mind the gap").click();
    assertThat(page.locator(".dhead h1")).containsText("Mind the gap");
    page.keyboard().press("p");
    assertThat(page.locator(".dhead [aria-label=Pin]")).hasAttribute("aria-pressed", "true");
    page.keyboard().press("w");
    assertThat(page.locator("#note")).isFocused();
    page.keyboard().type("<b>why twice</b>");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".dhead .note")).hasText("<b>why twice</b>");
    page.keyboard().press("/");
    page.keyboard().type("pinned=yes \"why twice\"");
    page.keyboard().press("Enter");
    assertThat(page.locator(".row")).hasCount(1);
    page.locator("[aria-label='Save this filter']").click();
    assertThat(page.locator("#filter-name")).isFocused();
    page.keyboard().type("Odd ones");
    page.keyboard().press("Enter");
    assertThat(page.locator(".savedfilter")).containsText("Odd ones");
    page.reload();
    page.locator(".savedfilter .entry").click();
    assertThat(page.locator(".row")).hasCount(1);
    page.locator(".savedfilter .icon").click();
    assertThat(page.locator(".savedfilter")).hasCount(0);
    page.close();
  }

  @Test
  void sendsWhatIsMarkedAndWhatIsChanged() throws Exception {
    var bodies = new LinkedBlockingQueue<String>();
    HttpServer target = target(bodies);
    try {
      Page page = page();
      createTask("First of two");
      assertThat(row(page, "First of two")).isVisible();
      createTask("Second of two");
      assertThat(row(page, "Second of two")).isVisible();
      page.locator(".scroller").focus();
      page.keyboard().press("m");
      page.keyboard().press("m");
      assertThat(page.locator(".marksbar")).containsText("2 deliveries marked");
      page.keyboard().press("r");
      page.locator("#target").fill("http://127.0.0.1:" + target.getAddress().getPort() + "/hook");
      assertThat(page.locator("dialog .hint").last()).containsText("2 copies leave");
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog .progress")).containsText("2 of 2 sent, 2 taken");
      assertThat(bodies).hasSize(2);
      page.keyboard().press("Escape");
      page.keyboard().press("R");
      page.locator("#body").fill("{\"events\":[]}");
      page.locator("#target").press("Enter");
      assertThat(page.locator("dialog [role=status]")).containsText("Answered 204");
      assertThat(bodies).hasSize(3).contains("{\"events\":[]}");
      page.close();
    } finally {
      target.stop(0);
    }
  }

  /** Takes everything and remembers its bodies. */
  static HttpServer target(Collection<String> bodies) throws IOException {
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    target.start();
    return target;
  }

  @Test
  void saysLoudlyThatAsanaIsAnsweredOnPurpose() throws Exception {
    Page page = page();
    page.keyboard().press("A");
    page.locator("#script").fill("fail 3, then nonsense");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog [role=alert]")).containsText("expected");
    page.locator("#script").fill("fail 3, then ok");
    page.keyboard().press("Enter");
    assertThat(page.locator(".banner")).containsText("Asana is answered on purpose");
    assertThat(Axe.findings(page)).isEmpty();
    page.locator(".banner button").click();
    assertThat(page.locator(".banner")).hasCount(0);
    page.close();
  }

  @Test
  void sendsOnAndShowsHowTheTargetIsDoing() throws Exception {
    var bodies = new LinkedBlockingQueue<String>();
    HttpServer target = target(bodies);
    try {
      Page page = page();
      page.navigate(inspector.admin() + "/?v=targets");
      page.locator("#newtarget")
          .fill("http://127.0.0.1:" + target.getAddress().getPort() + "/hook");
      page.keyboard().press("Enter");
      page.locator("[aria-label='Remove this target']").waitFor();
      createTask("Send me on");
      assertThat(page.locator(".notice b").first())
          .hasText("well", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
      await().untilAsserted(() -> assertThat(bodies).isNotEmpty());
      page.locator("[aria-label='Remove this target']").click();
      page.locator("button.danger").click();
      assertThat(page.locator("#newtarget")).isVisible();
      assertThat(page.locator("[aria-label='Remove this target']")).hasCount(0);
      page.close();
    } finally {
      target.stop(0);
    }
  }

  @Test
  void exportsWhatTheFilterLetsThrough() throws Exception {
    createTask("Take me along");
    Page page = page();
    page.locator(".filterline input").fill("\"Take me along\"");
    page.keyboard().press("Enter");
    assertThat(page.locator(".row")).hasCount(1);
    page.keyboard().press("x");
    page.locator("dialog a.button").waitFor();
    Path file = page.waitForDownload(() -> page.locator("dialog a.button").click()).path();
    assertThat(java.nio.file.Files.readAllLines(file))
        .anySatisfy(line -> assertThat(line).contains("\"authentic\""));
    page.close();
  }

  @Test
  void showsFromAfarWhatArrivedAndLeadsToIt() throws Exception {
    createTask("Look from afar");
    Page page = page();
    assertThat(row(page, "Look from afar")).isVisible();
    page.locator(".rail .entry").first().click();
    assertThat(page.locator(".figure h2"))
        .hasText(
            new String[] {
              "Arrivals", "Change to arrival", "Heartbeats", "Busiest resources", "Busiest actions"
            });
    page.locator(".plot").first().focus();
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator(".plot [aria-live]").first()).containsText(":");
    page.locator(".figure figcaption button").nth(1).click();
    assertThat(page.locator(".figure table")).containsText("100 ms to 200 ms");
    page.locator(".busiest li").first().locator("button").click();
    page.waitForURL("**/?q=resource*");
    assertThat(page.locator("#row-0")).isVisible();
    page.goBack();
    assertThat(page.locator(".figure").first()).isVisible();
    page.close();
  }

  enum Width {
    PHONE(360),
    TABLET(900),
    DESK(1440);

    private final int pixels;

    Width(int pixels) {
      this.pixels = pixels;
    }
  }

  @Test
  void sendsADeliveryAgain() throws Exception {
    createTask("Say it twice");
    var bodies = new LinkedBlockingQueue<String>();
    HttpServer target = target(bodies);
    try {
      Page page = page();
      row(page, "Say it twice").click();
      assertThat(page.locator(".dhead h1")).containsText("Say it twice");
      page.keyboard().press("r");
      page.locator("#target").fill("http://127.0.0.1:" + target.getAddress().getPort() + "/hook");
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog [role=status]")).containsText("Answered 204");
      assertThat(bodies).hasSize(1);
      page.close();
    } finally {
      target.stop(0);
    }
  }

  @Test
  void opensOnlyWithAKey() throws Exception {
    Page page = browser.page(800, 600, ColorScheme.LIGHT, inspector.admin());
    page.navigate(inspector.admin() + "/");
    assertThat(page.locator("body")).containsText("locked");
    page.close();
  }
}
