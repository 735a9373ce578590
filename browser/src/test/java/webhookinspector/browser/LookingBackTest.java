package webhookinspector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.event.Ref;

/** The tabs that look back: attempts, difference, timeline. */
class LookingBackTest {

  private static Browser browser;
  private static Inspector inspector;
  private static Ref task;

  @BeforeAll
  static void open(@TempDir Path home) throws Exception {
    browser = Browser.open();
    inspector = Inspector.start(home);
    var changes = inspector.asana().changes();
    task = changes.createTask(inspector.asana().project(), "Mend the roof");
    awaitDelivery("Mend the roof");
    changes.rename(task, "Mend \u202Eevil\u202C <b>roof</b>");
    awaitDelivery("renamed");
    changes.comment(task, "Slate or tin?");
    awaitDelivery("commented");
  }

  private static void awaitDelivery(String words) {
    await()
        .until(
            () ->
                inspector
                        .get("/api/v1/count?q=%22" + words.replace(" ", "%20") + "%22")
                        .path("matching")
                        .asLong()
                    > 0);
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

  /** The newest delivery stands under the cursor. */
  private static Page page(ColorScheme scheme) throws Exception {
    Page page = browser.page(1440, 900, scheme, inspector.admin());
    page.navigate(inspector.loginLink());
    page.waitForSelector("#row-0 time[datetime]");
    return page;
  }

  private static Locator happened(Page page) {
    return page.locator(".timeline .happened");
  }

  @Test
  void tellsTheStoryOfOneThingByKeyboard() throws Exception {
    Page page = page(ColorScheme.LIGHT);
    page.keyboard().press("t");
    assertThat(happened(page)).hasCount(4);
    assertThat(page.locator(".thead h2")).containsText("task");
    assertThat(happened(page).last()).containsText("commented on task");
    assertThat(happened(page).last()).hasClass("happened here");
    happened(page).last().locator("button").focus();
    page.keyboard().press("ArrowUp");
    assertThat(happened(page).nth(2).locator("button")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator(".dhead h1")).containsText("renamed");
    assertThat(happened(page).nth(2)).hasClass("happened here");
    assertThat(page.url()).contains("tab=timeline");
    page.close();
  }

  @Test
  void comparesWithTheOneBeforeWithAMarkedOneAndWithAnyOther() throws Exception {
    Page page = page(ColorScheme.LIGHT);
    page.keyboard().press("d");
    assertThat(page.locator(".summary")).containsText("Events: ");
    assertThat(page.locator(".side").first()).containsText("renamed");
    long heartbeat =
        inspector
            .get("/api/v1/deliveries?q=kind%3Dheartbeat")
            .path("deliveries")
            .path(0)
            .path("position")
            .asLong();
    page.locator("#other").fill("#" + heartbeat);
    page.keyboard().press("Enter");
    assertThat(page.locator(".side").first()).containsText("#" + heartbeat);
    assertThat(page).hasURL(java.util.regex.Pattern.compile(".*[?&]o=" + heartbeat + ".*"));
    page.locator("#other").fill("999999");
    page.keyboard().press("Enter");
    assertThat(page.locator(".tabpanel")).containsText("expected: a number or an id");
    page.keyboard().press("Escape");
    page.locator(".scroller").focus();
    page.keyboard().press("j");
    page.keyboard().press("m");
    page.keyboard().press("g");
    page.keyboard().press("d");
    assertThat(page.locator(".seg button[aria-pressed='true']").first()).containsText("Marked #");
    assertThat(page.locator(".side").last()).containsText("this one");
    page.close();
  }

  @Test
  void showsWhereADeliveryWentAndSendsItThereAgain() throws Exception {
    try (Target target = Target.willing()) {
      Page page = page(ColorScheme.LIGHT);
      page.keyboard().press("a");
      assertThat(page.locator(".nothing")).containsText("never sent anywhere");
      page.locator(".nothing button").click();
      page.locator("#target").fill(target.address());
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog [role=status]")).containsText("Answered 204");
      page.keyboard().press("Escape");
      assertThat(page.locator(".attempt")).hasCount(1);
      assertThat(page.locator(".attempt")).containsText(target.address());
      page.locator(".attempt button").click();
      assertThat(page.locator(".attempt")).hasCount(2);
      assertThat(page.locator(".attempt .pill").first()).containsText("answered 204");
      assertThat(target.bodies()).hasSize(2);
      page.keyboard().press("t");
      assertThat(happened(page).last()).containsText("replay → 204");
      page.close();
    }
  }

  @Test
  void citesWhatTheAppSaid() throws Exception {
    try (Target target = Target.answering(500, _ -> "the <b>queue</b> is full")) {
      Page page = page(ColorScheme.DARK);
      page.locator("#row-1").click(); // the first one was never sent, says another test
      page.keyboard().press("r");
      page.locator("#target").fill(target.address());
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog [role=status]")).containsText("Answered 500");
      page.keyboard().press("Escape");
      page.locator("#tab-attempts").click();
      assertThat(page.locator(".attempt .said")).hasText("the <b>queue</b> is full");
      assertThat(Axe.findings(page)).isEmpty();
      page.locator("#tab-explain").click();
      assertThat(page.locator("#panel")).containsText("It said “the <b>queue</b> is full”.");
      assertThat(page.locator("#panel h2")) // what the heading and the facts tell stands there once
          .hasText(
              new String[] {"✓ authentic", "Why Asana sent it", "What the app answered", "Facts"});
      assertThat(Axe.findings(page)).isEmpty();
      page.close();
    }
  }

  /** On a slow machine, by somebody who types a letter just when those before are looked for. */
  @Test
  void losesNoLetterThatIsTypedWhileAFilterBegins() throws Exception {
    Page page = page(ColorScheme.LIGHT);
    var slow = new JsonObject();
    slow.addProperty("rate", 20);
    page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", slow);
    page.keyboard().press("/");
    String words = "Mend the roof of it";
    page.keyboard().type(words, new Keyboard.TypeOptions().setDelay(270));
    assertThat(page.locator(".filterline input")).hasValue(words);
    page.close();
  }

  @Test
  void marksTheWordsThatWereLookedForInRowsAndBodies() throws Exception {
    Page page = page(ColorScheme.LIGHT);
    page.keyboard().press("/");
    page.keyboard().type("\"Resource_SUBTYPE\" kind=events");
    page.keyboard().press("Enter");
    assertThat(page.locator("#row-0 .found mark")).hasText("resource_subtype");
    page.locator("#row-0").click();
    page.locator("#tab-body").click();
    assertThat(page.locator(".tree mark").first()).hasText("resource_subtype");
    assertThat(Axe.findings(page)).isEmpty();
    page.keyboard().press("/");
    page.keyboard().press("Control+a");
    page.keyboard().type("evil");
    page.keyboard().press("Enter");
    assertThat(page.locator("#row-0 .what mark").first()).hasText("evil");
    assertThat(page.locator("#row-0 .what")).containsText("U+202E");
    page.close();
  }

  @Test
  void saysHowAFilterShouldBeAndExplainsTheFields() throws Exception {
    Page page = page(ColorScheme.DARK);
    page.keyboard().press("/");
    page.keyboard().type("kind=events actoin=changed");
    assertThat(page.locator(".error .where b")).hasText("actoin=changed");
    assertThat(Axe.findings(page)).isEmpty();
    page.locator(".error button").click();
    assertThat(page.locator(".filterline input")).hasValue("kind=events action=changed");
    assertThat(page.locator(".row").first()).isVisible();
    page.locator("[aria-label='How to filter']").click();
    assertThat(page.locator(".filterhelp dl")).containsText("verdict");
    assertThat(page.locator(".filterhelp dl")).containsText("whether it can be believed");
    assertThat(Axe.findings(page)).isEmpty();
    page.close();
  }

  @Test
  void showsHostileNamesHarmlesslyAndToEverybody() throws Exception {
    Page page = page(ColorScheme.LIGHT);
    for (String key : new String[] {"t", "d", "a"}) {
      page.keyboard().press(key);
      page.locator("#panel").waitFor();
      assertThat(page.locator("#panel .quiet:text-is('Asking …')")).hasCount(0);
      assertThat(Axe.findings(page)).as(key).isEmpty();
      assertThat(page.locator("#panel b:text-is('roof')")).hasCount(0);
    }
    page.keyboard().press("t");
    assertThat(page.locator(".thead h2")).containsText("U+202E");
    assertThat(page.locator("#panel").textContent()).doesNotContain("\u202E");
    assertThat(browser.sins(page)).isEmpty();
    page.close();
  }
}
