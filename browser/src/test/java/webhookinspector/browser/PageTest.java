package webhookinspector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static webhookinspector.browser.Watched.browser;
import static webhookinspector.browser.Watched.createTask;
import static webhookinspector.browser.Watched.inspector;
import static webhookinspector.browser.Watched.page;
import static webhookinspector.browser.Watched.row;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import webhookinspector.delivery.Body;

class PageTest {

  /** What stands in the middle instead of the list; the simulator stands beside it. */
  static final List<String> VIEWS =
      List.of("overview", "gaps", "alerts", "targets", "reconcile", "retention", "simulator");

  private static final String TOO_WIDE =
      "(box) => { const it = document.querySelector(box); return it.scrollWidth - it.clientWidth; }";

  static final List<String> TABS =
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
                    .isEqualTo(inspector().get("/api/v1/count").path("matching").asLong()));
    page.close();
  }

  @Test
  void isWalkedByTheKeyboardAlone() throws Exception {
    createTask("Walk the dog");
    inspector().forge(Body.of("{\"events\":[]}"));
    await()
        .until(
            () ->
                inspector().get("/api/v1/count?q=verdict%3Dforged").path("matching").asLong() > 0);
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
  void canBeReadByEverybody() throws Exception {
    createTask("Read aloud");
    Page page = page();
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
      page.navigate(inspector().admin() + "/?v=" + place);
      page.locator(".notices .overhead").waitFor();
      assertThat(Axe.findings(page)).as(place).isEmpty();
    }
    page.navigate(inspector().admin() + "/?v=overview");
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
    for (String tab : TABS) {
      page.locator("#tab-" + tab).click();
      assertThat(page.locator("#panel .quiet:text-is('Asking …')")).hasCount(0);
      assertThat(page.evaluate(TOO_WIDE, "#panel")).as(tab).isEqualTo(0);
    }
    for (String dialog : List.of("?", "x", "R", "A")) {
      page.keyboard().press(dialog);
      page.locator("dialog input, dialog textarea, dialog .keys").first().waitFor();
      assertThat(page.evaluate(TOO_WIDE, "dialog .in")).as(dialog).isEqualTo(0);
      page.keyboard().press("Escape");
    }
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
  void opensOnlyWithAKey() throws Exception {
    Page page = browser().page(800, 600, ColorScheme.LIGHT, inspector().admin());
    page.navigate(inspector().admin() + "/");
    assertThat(page.locator("body")).containsText("locked");
    page.close();
  }
}
