package webhookinspector.feed.tui.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A whole screen.
 *
 * @param strips one a row, {@code height} of them
 * @param caret where somebody types, or null
 */
public record Picture(int width, int height, List<Strip> strips, @Nullable Caret caret) {

  /** A place on the screen, from 0. */
  public record Caret(int row, int column) {}

  /** Rows that are missing are blank; what is too much is left out. */
  public Picture {
    var rows = new ArrayList<>(strips.subList(0, Math.min(height, strips.size())));
    while (rows.size() < height) {
      rows.add(Strip.BLANK);
    }
    strips = List.copyOf(rows);
  }

  /** Without styles, a line a row. */
  public String text() {
    return strips.stream()
        .map(strip -> strip.text().stripTrailing() + "\n")
        .collect(Collectors.joining());
  }
}
