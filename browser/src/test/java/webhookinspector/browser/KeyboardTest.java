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
import webhookinspector.delivery.Body;

/** Nobody needs a mouse. */
class KeyboardTest {

  /** A stranger's claim that a field of a task has changed; answers its position. */
  private static long forge(String name, String field) throws Exception {
    String claim =
        """
        {"events":[{"action":"changed","user":null,"created_at":"2026-01-01T00:00:00Z",
        "resource":{"gid":"777","resource_type":"task","name":"%s"},"parent":null,
        "change":{"field":"%s","action":"changed"}}]}"""
            .formatted(name, field);
    inspector().forge(Body.of(claim));
    String found = "/api/v1/deliveries?q=%22" + name + "%22";
    await().until(() -> inspector().get(found).path("deliveries").size() > 0);
    return inspector().get(found).path("deliveries").path(0).path("position").asLong();
  }

  private static void noPointer(Page page) {
    page.evaluate(
        "() => { window.pointed = 0; for (const type of ['pointerdown', 'mousedown', 'touchstart'])"
            + " addEventListener(type, () => { window.pointed += 1; }, true); }");
  }

  @Test
  void findsAFailedDeliveryReadsWhyReplaysItAndComparesIt() throws Exception {
    long first = forge("Broken-lamp", "due_on");
    forge("Broken-chair", "assignee");
    createTask("Quite another thing");
    await().until(() -> inspector().get("/api/v1/count?q=another").path("matching").asLong() > 0);
    try (Target target = Target.willing()) {
      Page page = page();
      noPointer(page);
      page.keyboard().press("n");
      page.keyboard().press("Enter");
      assertThat(page.locator(".dhead h1")).containsText("Broken-chair");
      assertThat(page.locator(".dhead .pill").first()).containsText("forged");
      assertThat(page.locator("#panel")).containsText("does not match");

      page.keyboard().press("r");
      assertThat(page.locator("#target")).isFocused();
      page.keyboard().press("Control+a");
      page.keyboard().type(target.address());
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog [role=status]")).containsText("Answered 204");
      assertThat(target.bodies()).hasSize(1);
      page.keyboard().press("Escape");

      page.keyboard().press("d");
      tabTo(page, "#other");
      page.keyboard().type("#" + first);
      page.keyboard().press("Enter");
      assertThat(page.locator(".side").first()).containsText("Broken-lamp");
      assertThat(page.locator("#panel ins").first()).isVisible();
      assertThat(page.evaluate("pointed")).isEqualTo(0);
      assertThat(browser().sins(page)).isEmpty();
      page.close();
    }
  }

  private static void tabTo(Page page, String wanted) {
    for (int i = 0; i < 60; i++) {
      if ((boolean) page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab never led to " + wanted);
  }

  @Test
  void showsWhereItIsAllTheWayRound() throws Exception {
    forge("Broken-door", "notes");
    Page page = page();
    page.keyboard().press("n");
    page.keyboard().press("Enter");
    page.locator(".detail .facts").first().waitFor();
    for (int i = 0; i < 30; i++) {
      page.keyboard().press("Tab");
      assertThat(
              page.evaluate(
                  """
                  () => {
                    const at = document.activeElement;
                    const style = getComputedStyle(at);
                    const row = document.querySelector('.row[aria-selected=true]');
                    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                    return at === document.body || ring || (at.matches('.scroller') && getComputedStyle(row).boxShadow !== 'none')
                      ? '' : at.outerHTML.slice(0, 200);
                  }"""))
          .as("stop %d", i)
          .isEqualTo("");
    }
    page.close();
  }
}
