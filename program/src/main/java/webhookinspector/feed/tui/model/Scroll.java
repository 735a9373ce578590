package webhookinspector.feed.tui.model;

/** How far something longer than its place was moved. Learns how long it is when it is laid out. */
public final class Scroll {

  private int first;
  private int most;
  private int page = 1;

  /** The first line in sight of so many, where there is room for so few. */
  public int first(int lines, int room) {
    most = Math.max(0, lines - room);
    page = Math.max(1, room - 1);
    first = Math.clamp(first, 0, most);
    return first;
  }

  /** Whether that key meant something to it. */
  boolean press(String key) {
    switch (key) {
      case "j", "Down" -> by(1);
      case "k", "Up" -> by(-1);
      case "PgDn", "Ctrl+F", " " -> by(page);
      case "PgUp", "Ctrl+B" -> by(-page);
      case "g", "Home" -> first = 0;
      case "G", "End" -> first = most;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void by(int lines) {
    first = Math.clamp((long) first + lines, 0, most);
  }

  void top() {
    first = 0;
  }

  /** Wherever that will be. */
  void bottom() {
    first = Integer.MAX_VALUE;
  }
}
