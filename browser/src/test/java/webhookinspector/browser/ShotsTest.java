package webhookinspector.browser;

import com.microsoft.playwright.Page;
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

/** Pictures of the main views, for eyes and for the README; {@code ./dev shots} runs it. */
@EnabledIfSystemProperty(named = "shots", matches = ".+", disabledReason = "run by ./dev shots")
class ShotsTest {

  private record Size(String name, int width, int height) {}

  private static final List<Size> SIZES =
      List.of(
          new Size("desk", 1440, 900), new Size("tablet", 900, 700), new Size("phone", 390, 800));

  @Test
  void takesThem(@TempDir Path home) throws Exception {
    Path folder = Path.of(System.getProperty("shots"));
    try (Browser browser = Browser.open();
        Inspector inspector = Inspector.start(home)) {
      for (int i = 0; i < 60; i++) {
        inspector.asana().team().make(1);
        long wanted = i / 2;
        Awaitility.await().until(() -> count(inspector) >= wanted);
      }
      inspector.forge(Body.of("{\"events\":[]}"));
      for (Size size : SIZES) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          Page page = browser.page(size.width, size.height, scheme, inspector.admin());
          page.navigate(inspector.loginLink());
          page.waitForSelector("#row-3 time[datetime]");
          String name = size.name + "-" + scheme.name().toLowerCase(Locale.ROOT);
          shoot(page, folder.resolve(name + "-list.png"));
          page.locator(".row.events").nth(2).click();
          page.waitForSelector(".detail .facts");
          shoot(page, folder.resolve(name + "-explain.png"));
          page.locator("#tab-body").click();
          page.waitForSelector(".tree");
          shoot(page, folder.resolve(name + "-body.png"));
          for (String tab : List.of("timeline", "diff", "attempts")) {
            page.locator("#tab-" + tab).click();
            page.waitForSelector(".timeline li, .sides, .attempts li, .nothing, .card");
            shoot(page, folder.resolve(name + "-" + tab + ".png"));
          }
          page.navigate(inspector.admin() + "/?q=%22created_at%22+kind%3Devents");
          page.waitForSelector("#row-1 mark");
          page.locator("[aria-label='How to filter']").click();
          shoot(page, folder.resolve(name + "-search.png"));
          page.navigate(inspector.admin() + "/?v=overview");
          page.waitForSelector(".busiest li");
          shoot(page, folder.resolve(name + "-overview.png"));
          page.close();
        }
      }
    }
  }

  private static long count(Inspector inspector) throws Exception {
    return inspector.get("/api/v1/count").path("matching").asLong();
  }

  private static void shoot(Page page, Path file) {
    page.screenshot(new ScreenshotOptions().setPath(file));
  }
}
