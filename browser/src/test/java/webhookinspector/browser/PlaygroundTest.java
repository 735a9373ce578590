package webhookinspector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaygroundTest {

  private static final String MAKE = "Make a change";

  @Test
  void letsTheDemoBePlayedWith(@TempDir Path home) throws Exception {
    try (Browser browser = Browser.open();
        Inspector inspector = Inspector.demo(home)) {
      Page page = browser.page(1440, 900, ColorScheme.LIGHT, inspector.admin());
      page.navigate(inspector.loginLink());
      page.locator(".rail .entry", new Page.LocatorOptions().setHasText("Simulator")).click();
      button(page, "rests").click();
      assertThat(button(page, "rests")).hasAttribute("aria-pressed", "true");

      await().until(() -> waiting(inspector) == 0); // or the task shares a delivery with theirs
      page.locator("#task").fill("Play with me");
      page.keyboard().press("Enter");
      assertThat(page.locator(".row").filter(words("Play with me")).first()).isVisible();

      page.locator("#fault").selectOption("forged");
      button(page, "Inject").click();
      assertThat(page.locator("table.faults")).containsText("forged,times=1");
      button(page, MAKE).click();
      assertThat(page.locator(".row").filter(words("Not believed")).first()).isVisible();
      assertThat(Axe.findings(page)).isEmpty();
      button(page, "Behave again").click();
      assertThat(page.locator("table.faults")).hasCount(0);

      String before = heartbeats(inspector);
      button(page, "+ 8 h: a heartbeat").click();
      page.waitForCondition(() -> !heartbeats(inspector).equals(before));
      assertThat(browser.sins(page)).isEmpty();
    }
  }

  private static Locator button(Page page, String words) {
    return page.locator(".simulator button").filter(words(words)).first();
  }

  private static Locator.FilterOptions words(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static int waiting(Inspector inspector) throws Exception {
    return inspector.get("/api/v1/simulator").path("simulator").path("waiting").asInt();
  }

  private static String heartbeats(Inspector inspector) {
    try {
      return inspector.get("/api/v1/count?q=kind%3Dheartbeat").toString();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
