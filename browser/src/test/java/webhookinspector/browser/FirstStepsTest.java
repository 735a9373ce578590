package webhookinspector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;

/** From nothing to a webhook, and through a restart of the program, on one open page. */
class FirstStepsTest {

  @Test
  void leadFromAnEmptyPageToAWebhookAndThroughARestart(@TempDir Path home) throws Exception {
    try (Browser browser = Browser.open();
        Inspector inspector = Inspector.serve(home)) {
      Page page = browser.page(1440, 900, ColorScheme.DARK, inspector.admin());
      page.navigate(inspector.loginLink());
      assertThat(page.locator(".empty h2")).hasText("No webhook yet");
      assertThat(Axe.findings(page)).as("no webhook").isEmpty();
      create(page);
      assertThat(page.locator(".row").first()).containsText("Heartbeat");
      assertThat(page.locator(".rail .webhook")).containsText("Build board");

      inspector.kill();
      assertThat(page.locator(".banner")).containsText("The connection to the program is lost");
      assertThat(page.locator(".state")).containsText("RECONNECTING");
      assertThat(Axe.findings(page)).as("lost").isEmpty();
      page.locator(".banner button").click();
      try (Inspector again = inspector.again()) {
        for (int i = 0; i < 5; i++) {
          again.forge(Body.of("{\"events\":[]} " + " ".repeat(i)));
        }
        assertThat(page.locator(".banner.info")).containsText("all is here");
        assertThat(page.locator("[data-count='7']")).isVisible();
        page.waitForCondition(() -> page.locator(".row").count() == 7);
        page.locator(".filterline input").fill("kind=junk since=1m");
        assertThat(page.locator(".empty h2")).hasText("Nothing matches");
        assertThat(Axe.findings(page)).as("hides all").isEmpty();
        page.locator(".empty button.primary").click();
        assertThat(page.locator(".row")).hasCount(7);
      }
    }
  }

  /** As somebody does who knows the project's name. */
  private static void create(Page page) {
    page.locator(".empty button.primary").click();
    assertThat(page.locator(".conditions li")).hasCount(3);
    assertThat(page.locator("#resource")).isFocused();
    page.keyboard().type("build");
    assertThat(page.locator("#meant [role=option]")).containsText("Build board");
    page.keyboard().press("Enter");
    page.locator(".filters .plain").click();
    page.locator("[aria-label=Fields]").fill("due_on");
    assertThat(page.locator(".wizard .primary")).isEnabled();
    assertThat(Axe.findings(page)).as("wizard").isEmpty();
    page.locator(".filterrow .icon").click();
    page.locator(".wizard .primary").click();
    assertThat(page.locator("dialog")).containsText("The webhook is there");
    page.keyboard().press("Enter");
    page.waitForURL("**q=inbox*");
    page.locator(".rail .entry").nth(1).click();
  }
}
