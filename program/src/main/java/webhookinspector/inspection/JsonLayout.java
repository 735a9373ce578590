package webhookinspector.inspection;

/**
 * Sets JSON on lines of its own by moving blanks only: every digit, escape and key order stays as
 * it came, which reading and writing it again would not promise. Takes any text, JSON or not.
 */
public final class JsonLayout {

  /** Deeper nesting is not set in any further. */
  private static final int MOST_INDENT = 40;

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private JsonLayout(String text) {
    this.text = text;
  }

  /** By its first character. */
  public static boolean looksLikeJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** A line for each member. */
  public static String of(String text) {
    return new JsonLayout(text).layOut();
  }

  /** Without any blank between values, as Asana writes it. */
  public static String compact(String text) {
    var layout = new JsonLayout(text);
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '"' ? layout.endOfString(i) : i + 1;
      if (" \t\n\r".indexOf(text.charAt(i)) < 0) {
        layout.out.append(text, i, end);
      }
      i = end;
    }
    return layout.out.toString();
  }

  private String layOut() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> {
          int end = endOfString(i);
          out.append(text, i, end);
          i = end - 1;
        }
        case '{', '[' -> i = open(i);
        case '}', ']' -> {
          depth = Math.max(0, depth - 1);
          newLine();
          out.append(c);
        }
        case ',' -> {
          out.append(c);
          newLine();
        }
        case ':' -> out.append(": ");
        case ' ', '\t', '\n', '\r' -> {}
        default -> out.append(c);
      }
      i++;
    }
    return out.toString();
  }

  /** An empty object or list stays on its line. */
  private int open(int at) {
    char opened = text.charAt(at);
    int next = at + 1;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    char closing = opened == '{' ? '}' : ']';
    out.append(opened);
    if (next < text.length() && text.charAt(next) == closing) {
      out.append(closing);
      return next;
    }
    depth++;
    newLine();
    return at;
  }

  private int endOfString(int start) {
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + 1);
  }

  private void newLine() {
    out.append('\n').append("  ".repeat(Math.min(depth, MOST_INDENT)));
  }
}
