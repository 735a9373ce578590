package webhookinspector.feed.tui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import webhookinspector.feed.Examples;
import webhookinspector.feed.tui.Screen;
import webhookinspector.inspection.DeliveryLine;

class ListingTest {

  private final Screen screen = new Screen(100, 20);

  private void history(long last) {
    LongStream.rangeClosed(1, last)
        .forEach(position -> screen.host.history.add(Examples.completed(position)));
  }

  @Test
  void readsOnlyWhatIsLookedAt() {
    history(100_000);
    screen.open();
    assertThat(screen.shown()).contains("#100000");
    assertThat(screen.host.given).isLessThanOrEqualTo(200);
    screen.press("g");
    assertThat(screen.shown()).contains("  #1").doesNotContain("reading");
    screen.press("PgDn", "PgDn");
    assertThat(screen.host.given).isLessThanOrEqualTo(400);
  }

  @Test
  void placesWhatArrivesBehindWhatItRead() {
    history(250);
    screen.open();
    screen.arrives(Examples.completed(251));
    assertThat(screen.model.listing().size()).isEqualTo(251);
    screen.press("g");
    screen.arrives(Examples.completed(252));
    screen.press("G");
    for (int i = 0; i < 252; i++) {
      screen.press("k");
      assertThat(screen.model.selected())
          .extracting(DeliveryLine::position)
          .isEqualTo(Math.max(1L, 251L - i));
    }
  }

  @Test
  void tellsNothingTwiceThatCameWhileItWasRead() {
    history(3);
    screen.model.told(Examples.told(Examples.completed(3)));
    screen.host.history.add(Examples.completed(4));
    screen.open();
    screen.model.told(Examples.told(Examples.completed(4)));
    screen.settle();
    assertThat(screen.model.listing().size()).isEqualTo(4);
  }

  @Test
  void showsADeliveryThatIsJudgedAgainAsWhatItIsNow() {
    screen.open();
    screen.arrives(Examples.line(1, "delivery", "heartbeat", "nosecret", null));
    screen.model.told(Examples.told(Examples.line(1, "delivery", "heartbeat", "authentic", null)));
    assertThat(screen.shown()).contains("♥ heartbeat").doesNotContain("no secret");
    assertThat(screen.model.listing().size()).isEqualTo(1);
  }

  @Test
  void readsAgainWhileTheHistoryIsBeingBuilt() {
    screen.host.history.add(Examples.completed(500));
    screen.host.whole = false;
    screen.open().press("k");
    screen.host.history.clear();
    history(500);
    screen.host.whole = true;
    screen.rest();
    assertThat(screen.model.listing().size()).isEqualTo(500);
    assertThat(screen.shown()).contains("▌14:08:20", "#500");
    screen.rest();
    assertThat(screen.later).isNotEmpty();
    assertThat(screen.model.listing().size()).isEqualTo(500);
  }

  @Test
  void staysAsItWasWhenAFilterCannotBeRead() {
    history(5);
    screen.open();
    screen.model.filter("actoin=x");
    screen.settle();
    assertThat(screen.shown()).contains("✗ filter: position 1", "#5");
    assertThat(screen.model.listing().filter()).isEmpty();
  }

  @Test
  void goesThroughAllOfItInFlatMemory() {
    history(10_000);
    screen.open();
    screen.arrives(Examples.completed(10_001));
    for (int i = 0; i < 720; i++) {
      screen.press("PgUp");
    }
    assertThat(screen.shown()).contains("  #1");
    assertThat(screen.model.listing().inMemory()).isLessThanOrEqualTo(3_000);
  }
}
