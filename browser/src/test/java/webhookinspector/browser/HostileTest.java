package webhookinspector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever strangers and targets say is shown in every view, and none of it is obeyed. */
class HostileTest {

  /** A script of theirs that ran would complain, and complaints are remembered. */
  private static final String CANARY = "window.canary = () => console.error('a canary ran');";

  private static final String SCRIPT = "<script>canary()</script>";
  private static final List<String> ALL = HostileText.all();

  private static Browser browser;
  private static Inspector inspector;
  private static Target target;
  private static String authentic;
  private static String forged;

  @BeforeAll
  static void open(@TempDir Path home) throws Exception {
    browser = Browser.open();
    inspector = Inspector.demo(home);
    target = Target.answering(500, i -> ALL.get(i % ALL.size()));
    var world = new HostileWorld(inspector);
    world.arrives();
    forged = world.deliveries("verdict=forged").getLast().path("id").asString();
    authentic = world.deliveries("verdict=authentic canary").getLast().path("id").asString();
    world.isKept(authentic, target);
  }

  private static Page page() throws Exception {
    Page page = browser.page(1440, 900, ColorScheme.LIGHT, inspector.admin());
    page.addInitScript(CANARY);
    page.navigate(inspector.loginLink());
    page.locator(".row[data-position]").first().waitFor();
    return page;
  }

  @AfterAll
  static void close() {
    if (inspector != null) {
      inspector.close();
      target.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  /** What the program refused to take, the browser mentions by itself. */
  private static void runsNothing(Page page) {
    assertThat(browser.sins(page))
        .allMatch(sin -> sin.contains("the server responded with a status of 40"));
  }

  @Test
  void wouldNotice() throws Exception {
    Page page = page();
    page.evaluate("canary()");
    page.evaluate("fetch('http://127.0.0.1:9/').catch(() => {})");
    assertThat(browser.sins(page)).anyMatch(sin -> sin.contains("a canary ran"));
    assertThat(browser.sins(page)).anyMatch(sin -> sin.contains("Content Security Policy"));
  }

  @Test
  void runsNothingInTheListAndTheRail() throws Exception {
    Page page = page();
    for (String filter : List.of("verdict=forged", "verdict=authentic", "\"canary\"")) {
      page.navigate(inspector.admin() + "/?q=" + HostileWorld.encoded(filter));
      page.locator(".row[data-position]").first().waitFor();
      page.keyboard().press("o");
      assertThat(page.locator(".eventrow").first()).isVisible();
      for (int i = 0; i < 4; i++) {
        page.keyboard().press("PageDown");
        page.locator(".row[aria-selected=true][data-position]").waitFor();
      }
    }
    assertThat(page.locator(".row .tag").first()).isVisible();
    page.locator(".savedfilter .entry").hover();
    page.locator(".savedfilter .entry").click();
    assertThat(page.locator(".filterline input")).hasValue("\"" + SCRIPT + "\"");
    runsNothing(page);
  }

  @Test
  void runsNothingInAnyTab() throws Exception {
    Page page = page();
    for (String delivery : List.of(authentic, forged)) {
      page.navigate(inspector.admin() + "/?d=" + delivery);
      for (String tab : PageTest.TABS) {
        page.locator("#tab-" + tab).click();
        page.locator("#panel").waitFor();
        assertThat(page.locator("#panel .quiet:text-is('Asking …')")).hasCount(0);
        for (Locator form : page.locator("#panel .seg button:enabled").all()) {
          form.click();
        }
      }
    }
    page.locator("#tab-events").click();
    assertThat(page.locator("#panel .ev")).hasCount(ALL.size());
    assertThat(page.locator("#panel")).containsText(SCRIPT);
    page.navigate(inspector.admin() + "/?tab=attempts&d=" + authentic);
    assertThat(page.locator(".attempt")).hasCount(ALL.size());
    assertThat(page.locator(".attempt .said")).hasCount(ALL.size());
    assertThat(page.locator(".attempt .said").last()).containsText(ALL.getFirst());
    page.navigate(inspector.admin() + "/?tab=explain&d=" + authentic);
    assertThat(page.locator("#panel")).containsText("It said “");
    runsNothing(page);
  }

  @Test
  void runsNothingInAnyOtherView() throws Exception {
    Page page = page();
    for (String view : PageTest.VIEWS) {
      page.navigate(inspector.admin() + "/?v=" + view);
      page.locator("main .pane:not([aria-busy=true])").first().waitFor();
      for (Locator button : page.locator(".figure figcaption button, .overhead .primary").all()) {
        button.click();
      }
      page.waitForCondition(() -> page.locator("main [aria-busy=true]").count() == 0);
    }
    page.locator("#task").fill(SCRIPT);
    page.keyboard().press("Enter");
    page.locator(".toast").waitFor();
    runsNothing(page);
  }

  @Test
  void runsNothingInAnyDialog() throws Exception {
    Page page = page();
    page.navigate(inspector.admin() + "/?d=" + authentic);
    page.locator(".detail .dhead h1").waitFor();
    for (String key : List.of("R", "w", "x", "A", "Control+k")) {
      page.keyboard().press(key);
      page.keyboard().press("Escape");
    }
    page.keyboard().press("r");
    page.locator("#target").fill(target.address() + "/<script>");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog [role=status]")).containsText("<script> (expected: an http");
    page.keyboard().press("Escape");
    page.keyboard().press("+");
    page.locator("#type:enabled").selectOption("task");
    page.locator("#resource").fill("canary");
    assertThat(page.locator("#meant")).containsText("canary()");
    page.keyboard().press("Enter");
    page.keyboard().press("Escape");
    runsNothing(page);
  }

  @Test
  void runsNothingOfAnAddress() throws Exception {
    Page page = page();
    String all = HostileWorld.encoded(String.join(" ", ALL));
    for (String address : List.of("q=" + all, "d=" + all, "v=" + all, "tab=" + all + "&o=" + all)) {
      page.navigate(inspector.admin() + "/?span=" + all + "&" + address);
      page.locator(".pane").first().waitFor();
    }
    for (int i = 0; i < ALL.size(); i += 4) {
      page.locator(".filterline input").fill(ALL.get(i));
      page.keyboard().press("Enter");
    }
    assertThat(page.locator(".list[aria-busy=false]")).isVisible();
    runsNothing(page);
  }
}
