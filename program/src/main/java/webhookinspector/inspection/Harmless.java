package webhookinspector.inspection;

/**
 * Makes foreign text safe to print. Names, headers and bodies come from whoever can reach the
 * receiver; printed raw they could clear a terminal, write its clipboard, reorder a line or forge
 * the next one in a log.
 *
 * <p>Replaced by visible escapes: all control characters (C0, DEL, C1), line and paragraph
 * separators, every format character of Unicode (bidi controls, zero-width ones, tags), invisible
 * fillers, unassigned code points and halves of surrogate pairs. Everything else stays as it is,
 * accents, scripts and emoji included.
 */
public final class Harmless {

  private Harmless() {}

  /**
   * On one line: a newline becomes {@code \n}, an escape character the six characters that Java and
   * JSON would write for it.
   */
  public static String text(String foreign) {
    return escape(foreign, false, true);
  }

  /** As {@link #text}, but newlines and tabs stay, for text that may take several lines. */
  public static String lines(String foreign) {
    return escape(foreign, true, true);
  }

  /**
   * JSON that was written correctly, with the same meaning, but harmless on a terminal: what has to
   * be escaped can only stand inside its strings.
   */
  public static String json(String json) {
    return escape(json, false, false);
  }

  private static String escape(String foreign, boolean keepLines, boolean shortForms) {
    int first = firstHarmful(foreign, keepLines);
    if (first < 0) {
      return foreign;
    }
    var safe = new StringBuilder(foreign.length() + 16).append(foreign, 0, first);
    for (int i = first; i < foreign.length(); ) {
      int c = foreign.codePointAt(i);
      i += Character.charCount(c);
      if (isHarmful(c, keepLines)) {
        append(safe, c, shortForms);
      } else {
        safe.appendCodePoint(c);
      }
    }
    return safe.toString();
  }

  private static int firstHarmful(String text, boolean keepLines) {
    for (int i = 0; i < text.length(); ) {
      char unit = text.charAt(i);
      if (unit >= ' ' && unit < 0x7f) { // nearly all, and all that is asked of them
        i++;
        continue;
      }
      int c = text.codePointAt(i);
      if (isHarmful(c, keepLines)) {
        return i;
      }
      i += Character.charCount(c);
    }
    return -1;
  }

  private static boolean isHarmful(int c, boolean keepLines) {
    if (c >= ' ' && c < 0x7f) {
      return false;
    }
    if (keepLines && (c == '\n' || c == '\t')) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> isInvisible(c);
    };
  }

  /** Letters and marks by category, yet nothing is drawn (Unicode, Default_Ignorable). */
  private static boolean isInvisible(int c) {
    return c == 0x034f
        || c == 0x115f
        || c == 0x1160
        || c == 0x17b4
        || c == 0x17b5
        || c == 0x3164
        || c == 0xffa0;
  }

  private static void append(StringBuilder safe, int c, boolean shortForms) {
    String known =
        switch (c) {
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          default -> null;
        };
    if (shortForms && known != null) {
      safe.append(known);
      return;
    }
    for (char unit : Character.toChars(c)) {
      safe.append("\\u").append(java.util.HexFormat.of().toHexDigits(unit));
    }
  }
}
