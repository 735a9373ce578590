package webhookinspector.feed.tui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewportTest {

  private final Map<Integer, Integer> heights = new HashMap<>();
  private final Viewport view = new Viewport(index -> heights.getOrDefault(index, 1));

  private void size(int size, int lines) {
    view.resize(lines);
    view.grow(size);
  }

  private String shown() {
    var text = new StringBuilder();
    view.spots().forEach(spot -> text.append(spot.index()).append(spot.line() > 0 ? "+ " : " "));
    return text.toString().strip();
  }

  @Test
  void followsTheEndUntilSomebodyMoves() {
    size(10, 4);
    assertThat(shown()).isEqualTo("6 7 8 9");
    view.grow(12);
    assertThat(shown()).isEqualTo("8 9 10 11");
    view.move(-1);
    view.grow(15);
    assertThat(shown()).isEqualTo("8 9 10 11");
    assertThat(view.unseen()).isEqualTo(3);
    assertThat(view.isFollowing()).isFalse();
    view.follow();
    assertThat(shown()).isEqualTo("11 12 13 14");
    assertThat(view.unseen()).isZero();
  }

  @Test
  void scrollsNoFartherThanNeeded() {
    size(100, 4);
    view.moveTo(0);
    assertThat(shown()).isEqualTo("0 1 2 3");
    view.move(3);
    assertThat(shown()).isEqualTo("0 1 2 3");
    view.move(1);
    assertThat(shown()).isEqualTo("1 2 3 4");
    view.move(-4);
    assertThat(shown()).isEqualTo("0 1 2 3");
    view.move(-10);
    assertThat(view.cursor()).isZero();
    view.move(1_000);
    assertThat(view.cursor()).isEqualTo(99);
    assertThat(shown()).isEqualTo("96 97 98 99");
  }

  @Test
  void keepsWhatFoldsOpenInSight() {
    size(10, 4);
    view.moveTo(8);
    heights.put(8, 3);
    view.settle();
    assertThat(shown()).isEqualTo("7 8 8+ 8+");
    heights.put(8, 9);
    view.settle();
    assertThat(shown()).isEqualTo("8 8+ 8+ 8+");
    view.moveTo(9);
    assertThat(shown()).isEqualTo("8+ 8+ 8+ 9");
    view.moveTo(8);
    assertThat(shown()).isEqualTo("8 8+ 8+ 8+");
    heights.clear();
    view.settle();
    assertThat(shown()).isEqualTo("6 7 8 9");
  }

  @Test
  void bearsAnEmptyListAndAnyHeight() {
    size(0, 0);
    assertThat(shown()).isEmpty();
    view.move(1);
    view.moveTo(-5);
    view.grow(3);
    view.resize(50);
    assertThat(shown()).isEqualTo("0 1 2");
  }
}
