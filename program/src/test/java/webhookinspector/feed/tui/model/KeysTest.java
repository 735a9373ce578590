package webhookinspector.feed.tui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import webhookinspector.feed.Examples;
import webhookinspector.feed.Line;
import webhookinspector.feed.Opening;
import webhookinspector.feed.tui.Screen;

/** What keys do, as one sees it. */
class KeysTest {

  private final Screen screen = new Screen(100, 24);

  private Screen five() {
    screen.open();
    screen.arrives(Examples.handshake(1));
    screen.arrives(Examples.completed(2));
    screen.arrives(Examples.forged(3));
    screen.arrives(Examples.completed(4));
    return screen.arrives(Examples.delivery(5, Examples.event("Ben renamed “Notes”", 100)));
  }

  @Test
  void noKeyMeansTwoThings() {
    for (List<Binding> keys : List.of(Keys.LIST, Keys.DETAILS)) {
      assertThat(keys.stream().flatMap(binding -> binding.keys().stream())).doesNotHaveDuplicates();
    }
    assertThat(Stream.concat(Keys.LIST.stream(), Keys.DETAILS.stream()))
        .allMatch(binding -> !binding.says().isBlank());
  }

  @Test
  void tellTheStoryOfAResource() {
    five().press("k", "t");
    assertThat(screen.shown())
        .contains("Timeline", "Ann completed “Fix login”", "#4")
        .contains("told 2 times, again by #4", "replay → http://localhost:3000/hook · answer 204")
        .contains("Events may be missing", "it lasts: the token had", "2 more are only claimed");
    screen.press("g");
    assertThat(screen.shown()).contains("task “Fix login”", "4 events, told 5 times");
    screen.press("Esc").press("g", "t"); // a handshake
    assertThat(screen.shown()).contains("#1 is about no resource");
  }

  @Test
  void exportWhatIsMarkedOrInTheList() {
    five().press("x");
    assertThat(screen.shown()).contains("export 5 all to  deliveries.jsonl");
    screen.press("Enter");
    assertThat(screen.host.exported).isEqualTo("0 of '' deliveries.jsonl");
    assertThat(screen.shown())
        .contains("wrote 5 to /tmp/deliveries.jsonl; signatures are withheld");
    screen.press("k", "m", "x", "Down").press("Ctrl+U").type("bug.har --redact").press("Enter");
    assertThat(screen.host.exported).isEqualTo("1 of '' bug.har redacted");
    assertThat(screen.shown()).contains("names are pseudonyms");
  }

  @Test
  void openADeliveryAndGoThroughItsParts() {
    five().press("k", "Enter");
    assertThat(screen.shown()).contains("#4  01J9", "What happened", "Explain", "Facts");
    screen.press("l");
    assertThat(screen.shown()).contains("changed completed", "task 1200000000000555");
    screen.press("l");
    assertThat(screen.shown()).contains("\"events\": [", "tree  raw  hex");
    screen.press("v");
    assertThat(screen.shown()).contains("{\"events\":[{\"action\"");
    screen.press("v");
    assertThat(screen.shown()).contains("000000  7b 22 65");
    screen.press("l");
    assertThat(screen.shown()).contains("X-Hook-Signature", "10468027b67d");
    screen.press("l");
    assertThat(screen.shown()).contains("HMAC-SHA256", "Compared in constant time");
    screen.press("l");
    assertThat(screen.shown()).contains("sent nowhere yet");
    screen.press("l");
    assertThat(screen.shown()).contains("curl -sS http://localhost:3000/hook");
    screen.press("J");
    assertThat(screen.shown()).contains("#5  01J9");
    screen.press("Esc");
    assertThat(screen.shown()).contains("what happened").doesNotContain("#5  01J9");
  }

  @Test
  void showListAndDeliveryBesideEachOtherWhereThereIsRoom() {
    var wide = new Screen(140, 24).open();
    LongStream.rangeClosed(1, 9).forEach(i -> wide.arrives(Examples.completed(i)));
    wide.press("e");
    assertThat(wide.shown()).contains("what happened", "│", "#9  01J9");
    wide.press("k");
    assertThat(wide.shown()).contains("#8  01J9");
    wide.press("Tab", "j");
    assertThat(wide.shown()).contains("#8  01J9");
    wide.press("Esc", "j");
    assertThat(wide.shown()).contains("#9  01J9");
    wide.press("Esc");
    assertThat(wide.shown()).doesNotContain("│");
  }

  @Test
  void whatIsOpenStaysWhileMoreComes() {
    five().press("Enter");
    screen.arrives(Examples.completed(6));
    assertThat(screen.shown()).contains("#5  01J9", "1 new, press . to follow");
  }

  @Test
  void filterAsOneTypes() {
    five().press("/").type("Ben").rest();
    assertThat(screen.shown()).contains("filter  Ben", "1 match").doesNotContain("#4");
    screen.press("Enter");
    assertThat(screen.shown()).contains("─ filter Ben  Esc clears", "#5");
    screen.arrives(Examples.completed(6));
    screen.arrives(Examples.delivery(7, Examples.event("Ben left", 100)));
    assertThat(screen.shown()).contains("#7").doesNotContain("#6");
    screen.press("Esc");
    assertThat(screen.shown()).contains("#6", "#4").doesNotContain("filter Ben");
  }

  @Test
  void aFilterThatCannotBeReadSaysWhereAndWhy() {
    five().press("/").type("x actoin=changed").rest();
    assertThat(screen.shown())
        .contains("✗ filter: position 3: actoin (expected: a field such as action)");
    screen.press("Enter");
    assertThat(screen.model.prompt()).isNotNull();
    screen.press("Esc");
    assertThat(screen.shown()).contains("#5").doesNotContain("actoin");
  }

  @Test
  void theFilterLineCompletesAndRemembers() {
    five().press("/").type("act").press("Tab");
    assertThat(screen.shown()).contains("filter  action=changed");
    screen.press("Ctrl+U").type("Ben").press("Enter", "Esc", "/", "Up");
    assertThat(screen.shown()).contains("filter  Ben");
  }

  @Test
  void sayWhenNothingMatches() {
    five().press("/").type("Nobody").rest().press("Enter");
    assertThat(screen.shown()).contains("Nothing matches.", "Esc shows everything.");
  }

  @Test
  void replayToATargetThatIsAskedFor() {
    five().press("r").press("Ctrl+U").type("http://localhost:9/x").press("Enter");
    assertThat(screen.shown()).contains("✓ #5: answered 204 after 12 ms");
    assertThat(screen.host.attempts).hasSize(1);
    screen.model.told(screen.host.attempts.getFirst());
    assertThat(screen.shown()).contains("→ 204");
    screen.press("k", "r");
    assertThat(screen.shown()).contains("replay #4 to  http://localhost:9/x");
    screen.press("Esc");
    assertThat(screen.host.attempts).hasSize(1);
  }

  @Test
  void replayTheMarkedOnes() {
    five().press("g", "j", "m", "m", "R", "Enter");
    assertThat(screen.host.replayed)
        .isEqualTo(List.of(Examples.id(2), Examples.id(3)) + "  http://localhost:3000/hook");
    screen.press("M", "R");
    assertThat(screen.shown()).contains("replay 5 all to");
  }

  @Test
  void jumpToWhatWasRejected() {
    five().press("N");
    assertThat(screen.model.viewport().cursor()).isEqualTo(2);
    screen.press("N");
    assertThat(screen.shown()).contains("none was rejected before #3");
    screen.press("g", "n");
    assertThat(screen.model.viewport().cursor()).isEqualTo(2);
  }

  @Test
  void pinMarkCopyAndCompare() {
    five().press("p");
    assertThat(screen.shown()).contains("pinned", "#5 is pinned");
    screen.press("C");
    assertThat(screen.others).containsExactly(new Errand.Copy(Examples.id(5)));
    screen.press("k", "m", "m", "d");
    assertThat(screen.shown()).contains("Difference", "#4 → #5");
    screen.press("q", "M", "T");
    assertThat(screen.model.listing().filter()).isEqualTo("resource=1200000000000555");
  }

  @Test
  void showSheetsOverTheList() {
    five().press("?");
    assertThat(screen.shown()).contains("Next delivery", "j ↓");
    screen.press("G");
    assertThat(screen.shown()).contains("Back to the list");
    screen.press("q", "s");
    assertThat(screen.shown()).contains("authentic", "verdict=authentic", "█");
    screen.press("a");
    assertThat(screen.shown()).contains("the heartbeat is overdue");
    screen.press("i");
    assertThat(screen.shown()).contains("http://127.0.0.1:8091/?key=");
    screen.press("w");
    assertThat(screen.shown()).contains("owns no webhook");
    screen.press("Esc");
    assertThat(screen.shown()).contains("what happened");
  }

  @Test
  void alertsAreSeenAtOnceAndCountedUntilTheyAreRead() {
    five();
    screen.model.told(new Line.OfAlert(Examples.NOON, null, "silent", "the heartbeat is overdue"));
    assertThat(screen.shown()).contains("⚠ the heartbeat is overdue", "1 alert (a)");
    screen.press("a", "Esc");
    assertThat(screen.shown()).doesNotContain("1 alert");
  }

  @Test
  void aDemoEndsAtOnceAndAServiceWhenAskedTwice() {
    five().press("q");
    assertThat(screen.others).containsExactly(new Errand.End(false));

    var service = new Screen(100, 24);
    Opening demo = Examples.opening();
    service.model.open(new Opening("serve", List.of(), demo.ready(), demo.folder(), ""));
    service.settle().press("q");
    assertThat(service.shown()).contains("q again ends serve");
    service.press("j", "q");
    assertThat(service.others).isEmpty();
    service.press("q");
    assertThat(service.others).containsExactly(new Errand.End(false));
    service.press("q", "q", "q");
    assertThat(service.others).as("nobody forces it by accident").hasSize(1);
    service.press("Ctrl+C");
    assertThat(service.others).last().isEqualTo(new Errand.End(true));
  }

  @Test
  void pastedTextIsNeverTakenForKeys() {
    five();
    screen.model.input(new Input.Paste("q"));
    assertThat(screen.settle().others).isEmpty();
    screen.press("/");
    screen.model.input(new Input.Paste("Ben\n"));
    assertThat(screen.settle().shown()).contains("filter  Ben");
  }
}
