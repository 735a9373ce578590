package webhookinspector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static webhookinspector.browser.Watched.browser;
import static webhookinspector.browser.Watched.createTask;
import static webhookinspector.browser.Watched.inspector;
import static webhookinspector.browser.Watched.page;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether anything is missing, and what is kept. */
class UpkeepTest {

  private static long count(String words) throws Exception {
    return inspector()
        .get("/api/v1/count?q=%22" + words.replace(" ", "%20") + "%22")
        .path("matching")
        .asLong();
  }

  @Test
  void givesAnAccountOfWhatWasTold() throws Exception {
    Page page = page();
    page.navigate(inspector().admin() + "/?v=reconcile");
    assertThat(page.locator(".empty h2")).hasText("Is anything missing?");
    page.locator(".overhead .seg button").first().click();
    var answer =
        page.waitForResponse(
            "**/reconciliation?since=3600", () -> page.locator(".overhead .primary").click());
    JsonNode account = JsonMapper.shared().readTree(answer.text()).path("accounts").path(0);
    assertThat(page.locator(".account .tally dd"))
        .hasText(
            new String[] {
              account.path("both").asString(),
              size(account, "webhookOnly"),
              size(account, "streamOnly"),
              size(account, "unseen"),
              account.path("filtered").asString()
            });
    assertThat(page.locator(".account h2")).containsText("issing");
    assertThat(page.locator(".account .quiet").first())
        .containsText(account.path("webhook").asString());
    assertThat(Axe.findings(page)).isEmpty();
    assertThat(browser().sins(page)).isEmpty();
    page.close();
  }

  private static String size(JsonNode account, String list) {
    return String.valueOf(account.path(list).size());
  }

  @Test
  void dropsOnlyWhatItHasShownBefore() throws Exception {
    createTask("Forget me now");
    await().until(() -> count("Forget me now") == 1);
    createTask("Newer than that"); // the newest entry is never dropped
    await().until(() -> count("Newer than that") == 1);
    Page page = page();
    page.navigate(inspector().admin() + "/?v=retention&q=%22Forget+me+now%22");
    assertThat(page.locator("#way")).hasValue("filter");
    page.locator("#amount").press("Enter");
    assertThat(page.locator("button.danger")).hasText("Drop 1 delivery");
    assertThat(Axe.findings(page)).isEmpty();
    assertThat(count("Forget me now")).isEqualTo(1);
    page.locator("button.danger").click();
    assertThat(page.locator(".toast")).hasText("Dropped 1 delivery");
    assertThat(count("Forget me now")).isZero();
    assertThat(page.locator("main table")).containsText("by hand, by a filter");
    page.locator("#way").selectOption("age");
    page.locator("#amount").fill("soon");
    page.keyboard().press("Enter");
    assertThat(page.locator("main [role=alert]")).containsText("soon (expected: such as 30d)");
    page.locator("#amount").fill("4w");
    page.keyboard().press("Enter");
    assertThat(page.locator("main .good")).hasText("Nothing would go.");
    assertThat(browser().sins(page)).isEmpty();
    page.close();
  }
}
