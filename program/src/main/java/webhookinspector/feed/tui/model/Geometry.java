package webhookinspector.feed.tui.model;

/**
 * Where things stand on the screen, in columns and rows.
 *
 * @param head rows of the head block, its title included
 * @param list rows of the list, without the names of its columns
 * @param left columns of the list; 0 while something lies over it
 * @param right columns of the pane with a delivery; 0 while none is open
 */
public record Geometry(int width, int height, int head, int list, int left, int right) {

  /** Narrower or lower terminals are told so, and nothing else. */
  public static final int MIN_WIDTH = 40;

  public static final int MIN_HEIGHT = 8;

  /** From so many columns on, list and delivery stand beside each other. */
  private static final int BESIDE = 120;

  /** Below the list: a rule, the status line, the key line. */
  private static final int FOOT = 3;

  /** Above it: the names of the columns. */
  private static final int NAMES = 1;

  static Geometry of(int width, int height, int wantedHead, boolean open) {
    int free = height - FOOT - NAMES;
    int head = wantedHead > 1 && free - wantedHead < 4 ? 1 : wantedHead;
    int list = Math.max(1, free - head);
    if (!open) {
      return new Geometry(width, height, head, list, width, 0);
    }
    if (width < BESIDE) {
      return new Geometry(width, height, head, list, 0, width);
    }
    int right = width * 44 / 100;
    return new Geometry(width, height, head, list, width - right - 1, right);
  }

  public boolean isTooSmall() {
    return width < MIN_WIDTH || height < MIN_HEIGHT;
  }

  /** Whether both can be seen. */
  public boolean isBeside() {
    return left > 0 && right > 0;
  }

  /** Rows of whatever stands between head and foot. */
  public int middle() {
    return NAMES + list;
  }
}
