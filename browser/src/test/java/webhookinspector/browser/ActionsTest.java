package webhookinspector.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static webhookinspector.browser.Watched.createTask;
import static webhookinspector.browser.Watched.inspector;
import static webhookinspector.browser.Watched.page;
import static webhookinspector.browser.Watched.row;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be done with deliveries. */
class ActionsTest {

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
    try (Target target = Target.willing()) {
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
      page.locator("#target").fill(target.address());
      assertThat(page.locator("dialog .hint").last()).containsText("2 copies leave");
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog .progress")).containsText("2 of 2 sent, 2 taken");
      assertThat(target.bodies()).hasSize(2);
      page.keyboard().press("Escape");
      page.keyboard().press("R");
      page.locator("#body").fill("{\"events\":[]}");
      page.locator("#target").press("Enter");
      assertThat(page.locator("dialog [role=status]")).containsText("Answered 204");
      assertThat(target.bodies()).hasSize(3).contains("{\"events\":[]}");
      page.close();
    }
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
    try (Target target = Target.willing()) {
      Page page = page();
      page.navigate(inspector().admin() + "/?v=targets");
      page.locator("#newtarget").fill(target.address());
      for (String odd :
          List.of("no colon", "X-Hook-Signature: mine", "X: " + "x".repeat(100_000))) {
        page.locator("#own").fill(odd);
        page.locator("#newtarget").press("Enter");
        assertThat(page.locator("[role=alert]")).containsText("(expected: ");
        assertThat(page.locator("#own")).hasValue(odd);
      }
      page.locator("#own").fill("X-Api-Key: 5ec7e7\n\nX-Team: blue");
      page.locator("#newtarget").fill(target.address());
      page.keyboard().press("Enter");
      page.locator("[aria-label='Remove this target']").waitFor();
      assertThat(page.locator(".notice").first()).containsText("with X-Api-Key, X-Team");
      assertThat(page.locator("main")).not().containsText("5ec7e7");
      assertThat(page.locator("#own")).hasValue("");
      createTask("Send me on");
      assertThat(page.locator(".notice b").first()).hasText("well");
      await().untilAsserted(() -> assertThat(target.bodies()).isNotEmpty());
      assertThat(target.headers("X-Api-Key")).contains("5ec7e7");
      page.locator("[aria-label='Remove this target']").click();
      page.locator("button.danger").click();
      assertThat(page.locator("#newtarget")).isVisible();
      assertThat(page.locator("[aria-label='Remove this target']")).hasCount(0);
      page.close();
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
    assertThat(Files.readAllLines(file))
        .anySatisfy(line -> assertThat(line).contains("\"authentic\""));
    page.close();
  }

  @Test
  void sendsADeliveryAgain() throws Exception {
    createTask("Say it twice");
    try (Target target = Target.willing()) {
      Page page = page();
      row(page, "Say it twice").click();
      assertThat(page.locator(".dhead h1")).containsText("Say it twice");
      page.keyboard().press("r");
      page.locator("#target").fill(target.address());
      page.keyboard().press("Enter");
      assertThat(page.locator("dialog [role=status]")).containsText("Answered 204");
      assertThat(target.bodies()).hasSize(1);
      page.close();
    }
  }
}
