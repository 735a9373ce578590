package webhookinspector.feed.tui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Which part of the list is on the screen, and which row is selected. A row is one line, or more
 * when its events are folded open. Follows the end until somebody moves.
 */
public final class Viewport {

  private final IntUnaryOperator heightOf;
  private int size;
  private int lines = 1;
  private int cursor;
  private int top;
  private int topLine;
  private boolean following = true;
  private int seen;

  /**
   * @param heightOf lines of the row at a place, 1 or more
   */
  Viewport(IntUnaryOperator heightOf) {
    this.heightOf = heightOf;
  }

  /** A line of the list on the screen: a place, and which line of its row. */
  public record Spot(int index, int line) {}

  public int cursor() {
    return cursor;
  }

  public boolean isFollowing() {
    return following;
  }

  /** Rows that came since somebody moved away from the end. */
  public int unseen() {
    return following ? 0 : Math.max(0, size - seen);
  }

  /** What is to be shown, from the top; fewer than there is room for if there are no more. */
  public List<Spot> spots() {
    var spots = new ArrayList<Spot>();
    int line = topLine;
    for (int index = top; index < size && spots.size() < lines; index++) {
      int height = heightOf.applyAsInt(index);
      for (; line < height && spots.size() < lines; line++) {
        spots.add(new Spot(index, line));
      }
      line = 0;
    }
    return spots;
  }

  /** Another list. */
  void reset(int newSize) {
    size = newSize;
    following = true;
    settle();
  }

  /** More rows at the end. */
  void grow(int newSize) {
    size = newSize;
    settle();
  }

  /** So many rows were put in front, or taken away: what is on the screen stays there. */
  void shift(int newSize, int rows) {
    size = newSize;
    cursor = Math.max(0, cursor + rows);
    top = Math.max(0, top + rows);
    settle();
  }

  void resize(int newLines) {
    lines = Math.max(1, newLines);
    settle();
  }

  /** The last row, from now on. */
  void follow() {
    following = true;
    settle();
  }

  /** Somebody reads: what comes moves nothing. */
  void stay() {
    if (following) {
      following = false;
      seen = size;
    }
  }

  void moveTo(int index) {
    int next = Math.clamp(index, 0, Math.max(0, size - 1));
    if (next < size - 1) {
      stay();
    }
    cursor = next;
    settle();
  }

  void move(int rows) {
    moveTo(cursor + rows);
  }

  /** Something was folded, or the window changed: the selected row stays in sight. */
  void settle() {
    if (size == 0) {
      cursor = 0;
      top = 0;
      topLine = 0;
      return;
    }
    if (following) {
      cursor = size - 1;
      seen = size;
      endAt(size - 1);
      return;
    }
    cursor = Math.clamp(cursor, 0, size - 1);
    if (cursor < top || (cursor == top && topLine > 0)) {
      top = cursor;
      topLine = 0;
    } else if (!endsInSight(cursor)) {
      endAt(cursor);
    }
    if (!endsInSight(size - 1)) {
      return;
    }
    endAtLastIfItFits();
  }

  /** No blank lines below the last row while there are rows above the first one. */
  private void endAtLastIfItFits() {
    if (spots().size() < lines && (top > 0 || topLine > 0)) {
      endAt(size - 1);
    }
  }

  private boolean endsInSight(int index) {
    int line = heightOf.applyAsInt(top) - topLine;
    for (int i = top + 1; i <= index; i++) {
      line += heightOf.applyAsInt(i);
      if (line > lines) {
        return false;
      }
    }
    return line <= lines;
  }

  /** The row's last line becomes the last on the screen; but its first one stays in sight. */
  private void endAt(int index) {
    int room = lines - heightOf.applyAsInt(index);
    int first = index;
    while (first > 0 && room > 0) {
      first--;
      room -= heightOf.applyAsInt(first);
    }
    top = first;
    topLine = first == index ? 0 : Math.max(0, -room);
  }
}
