package webhookinspector.feed.tui.model;

import webhookinspector.inspection.Harmless;

/** A line of text that somebody types, with the keys that shells and browsers have. */
public final class InputLine {

  /** In characters; a filter may have no more. */
  private static final int LONGEST = 2_000;

  private String text;
  private int caret;

  InputLine(String text) {
    this.text = text;
    this.caret = text.length();
  }

  public String text() {
    return text;
  }

  /** In front of which character the next one goes, from 0. */
  public int caret() {
    return caret;
  }

  void set(String other) {
    text = other;
    caret = other.length();
  }

  /** Typed or pasted; on one line, without controls. */
  void insert(String more) {
    String line = Harmless.text(more.strip().isEmpty() ? more : more.replaceAll("\\s+", " "));
    if (text.length() + line.length() <= LONGEST) {
      text = text.substring(0, caret) + line + text.substring(caret);
      caret += line.length();
    }
  }

  /** Whether that key meant something to it. */
  boolean press(String key) {
    switch (key) {
      case "Left", "Ctrl+B" -> caret = before(caret);
      case "Right", "Ctrl+F" -> caret = behind(caret);
      case "Home", "Ctrl+A" -> caret = 0;
      case "End", "Ctrl+E" -> caret = text.length();
      case "Backspace", "Ctrl+H" -> cut(before(caret), caret);
      case "Delete", "Ctrl+D" -> cut(caret, behind(caret));
      case "Ctrl+U" -> cut(0, caret);
      case "Ctrl+K" -> cut(caret, text.length());
      case "Ctrl+W" -> cut(wordStart(), caret);
      default -> {
        if (key.codePointCount(0, key.length()) != 1) {
          return false;
        }
        insert(key);
      }
    }
    return true;
  }

  private int before(int at) {
    return at == 0 ? 0 : text.offsetByCodePoints(at, -1);
  }

  private int behind(int at) {
    return at == text.length() ? at : text.offsetByCodePoints(at, 1);
  }

  private int wordStart() {
    int at = caret;
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    while (at > 0 && text.charAt(at - 1) != ' ') {
      at--;
    }
    return at;
  }

  private void cut(int from, int to) {
    text = text.substring(0, from) + text.substring(to);
    caret = from;
  }
}
