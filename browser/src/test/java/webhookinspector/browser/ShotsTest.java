package webhookinspector.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;

/**
 * Pictures of every view in every situation, for eyes and for the README; {@code ./dev shots} runs
 * it.
 */
@EnabledIfSystemProperty(named = "shots", matches = ".+", disabledReason = "run by ./dev shots")
class ShotsTest {

  private record Size(String name, int width, int height) {}

  private static final List<Size> SIZES =
      List.of(
          new Size("desk", 1440, 900), new Size("tablet", 900, 700), new Size("phone", 390, 800));

  private static final String RENAMED = "q=field%3Dname+or+action%3Dchanged";

  private final Path folder = Path.of(System.getProperty("shots", "shots"));

  @Test
  void takesAnEmptyOne(@TempDir Path home) throws Exception {
    try (Browser browser = Browser.open();
        Inspector inspector = Inspector.serve(home)) {
      for (Size size : SIZES) {
        Page page = browser.page(size.width, size.height, ColorScheme.LIGHT, inspector.admin());
        page.navigate(inspector.loginLink());
        page.waitForSelector(".empty h2");
        shoot(page, size, "empty");
        page.keyboard().press("+");
        page.waitForSelector(".conditions li");
        page.locator("#resource:enabled").fill("build");
        page.waitForSelector("#meant");
        shoot(page, size, "wizard");
      }
    }
  }

  @Test
  void takesALongOne(@TempDir Path home) throws Exception {
    Stock.lay(home.resolve("data"), 20_000);
    try (Browser browser = Browser.open();
        Inspector inspector = Inspector.over(home)) {
      inspector.awaitIndexed();
      for (Size size : SIZES) {
        Page page = browser.page(size.width, size.height, ColorScheme.LIGHT, inspector.admin());
        page.navigate(inspector.loginLink());
        page.waitForSelector("#row-3 time[datetime]");
        shoot(page, size, "long-list");
        page.navigate(inspector.admin() + "/?v=overview&span=24+h");
        page.waitForSelector(".busiest li");
        shoot(page, size, "long-overview");
      }
    }
  }

  @Test
  void takesABusyOne(@TempDir Path home) throws Exception {
    try (Browser browser = Browser.open();
        Inspector inspector = Inspector.demo(home);
        Target target = Target.willing();
        Target refusing =
            Target.answering(
                503, _ -> "{\"error\":\"the queue is full, try again in a minute\"}")) {
      fill(inspector, target, refusing);
      for (Size size : SIZES) {
        Page page = browser.page(size.width, size.height, ColorScheme.LIGHT, inspector.admin());
        page.navigate(inspector.loginLink());
        page.waitForSelector("#row-3 time[datetime]");
        shoot(page, size, "list");
        takeDetails(inspector, page, size);
        takeViews(inspector, page, size);
        takeDialogs(inspector, page, size);
      }
    }
  }

  private static void fill(Inspector inspector, Target target, Target refusing) throws Exception {
    inspector.send("PUT", "/api/v1/simulator/team", "{\"changesPerSecond\":0}");
    for (int i = 0; i < 40; i++) {
      long before = count(inspector);
      inspector.send("POST", "/api/v1/simulator/changes", "{\"count\":2}");
      Awaitility.await().until(() -> count(inspector) > before);
    }
    inspector.send("POST", "/api/v1/simulator/faults", "{\"fault\":\"doubled,times=1\"}");
    inspector.forge(Body.of("{\"events\":[]}"));
    for (Target one : List.of(target, refusing)) {
      inspector.send("POST", "/api/v1/targets", "{\"target\":\"" + one.address() + "\"}");
    }
    long before = count(inspector);
    inspector.send("POST", "/api/v1/simulator/changes", "{\"count\":4}");
    Awaitility.await().until(() -> count(inspector) > before);
    inspector.send("PUT", "/api/v1/filters/Due%20dates", "{\"filter\":\"field=due_on\"}");
  }

  private void takeDetails(Inspector inspector, Page page, Size size) {
    page.navigate(inspector.admin() + "/?" + RENAMED);
    page.waitForSelector("#row-1[data-position]");
    page.locator("#row-1").click();
    for (String tab : PageTest.TABS) {
      page.locator("#tab-" + tab).click();
      page.locator("#panel").waitFor();
      page.waitForCondition(() -> page.locator("#panel .quiet:text-is('Asking …')").count() == 0);
      shoot(page, size, tab);
    }
  }

  private void takeViews(Inspector inspector, Page page, Size size) {
    for (String view : PageTest.VIEWS) {
      page.navigate(inspector.admin() + "/?v=" + view);
      page.locator("main .pane:not([aria-busy=true])").first().waitFor();
      page.waitForCondition(() -> page.locator("main [aria-busy=true]").count() == 0);
      for (Locator button : page.locator(".overhead .primary, form.inline > button").all()) {
        if (!view.equals("simulator")) {
          button.click();
        }
      }
      page.waitForTimeout(300);
      page.waitForCondition(() -> page.locator("main [aria-busy=true]").count() == 0);
      shoot(page, size, view);
    }
  }

  private void takeDialogs(Inspector inspector, Page page, Size size) {
    page.navigate(inspector.admin() + "/?q=kind%3Djunk");
    page.waitForSelector(".empty h2");
    shoot(page, size, "nothing-matches");
    page.navigate(inspector.admin() + "/?q=%22created_at%22+kind%3Devents");
    page.waitForSelector("#row-1 mark");
    page.locator("[aria-label='How to filter']").click();
    shoot(page, size, "filter-help");
    page.navigate(inspector.admin() + "/?q=kind%3Devents");
    page.waitForSelector("#row-1[data-position]");
    for (String key : List.of("?", "Control+k", "r", "R", "x", "A")) {
      page.keyboard().press(key);
      page.locator("dialog input, dialog .keys, dialog a.button").first().waitFor();
      shoot(page, size, "dialog-" + (key.equals("?") ? "keys" : key));
      page.keyboard().press("Escape");
    }
  }

  private static long count(Inspector inspector) throws Exception {
    return inspector.get("/api/v1/count").path("matching").asLong();
  }

  private void shoot(Page page, Size size, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
      page.waitForTimeout(150); // colours move for that long
      String file = size.name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + name + ".png";
      page.screenshot(new ScreenshotOptions().setPath(folder.resolve(file)));
    }
  }
}
