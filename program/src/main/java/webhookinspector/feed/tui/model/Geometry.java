package webhookinspector.feed.tui.model;

/**
 * Where things stand on the screen, in columns and rows.
 *
 * @param head rows of the head block, its title included
 * @param list rows of the list, without the names of its columns
 */
public record Geometry(int width, int height, int head, int list) {

  /** Narrower or lower terminals are told so, and nothing else. */
  public static final int MIN_WIDTH = 40;

  public static final int MIN_HEIGHT = 8;

  /** Below the list: a rule, the status line, the key line. */
  private static final int FOOT = 3;

  /** Above it: the names of the columns. */
  private static final int NAMES = 1;

  static Geometry of(int width, int height, int wantedHead) {
    int free = height - FOOT - NAMES;
    int head = wantedHead > 1 && free - wantedHead < 4 ? 1 : wantedHead;
    return new Geometry(width, height, head, Math.max(1, free - head));
  }

  public boolean isTooSmall() {
    return width < MIN_WIDTH || height < MIN_HEIGHT;
  }
}
