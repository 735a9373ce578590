package webhookinspector.conform;

/** Makes what a stranger wrote harmless to show: controls become visible, nothing is obeyed. */
final class Printable {

  private Printable() {}

  /** One line; line breaks are shown as {@code \n}. */
  static String of(String text) {
    return escape(text, false);
  }

  /** May have several lines. */
  static String lines(String text) {
    return escape(text.replace("\r\n", "\n"), true);
  }

  /** One line of at most {@code most} characters, and how much was left out. */
  static String cut(String text, int most) {
    return text.length() <= most
        ? of(text)
        : of(text.substring(0, most)) + "… (" + text.length() + " characters)";
  }

  private static String escape(String text, boolean keepLines) {
    var safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(safe, c, keepLines));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c, boolean keepLines) {
    switch (c) {
      case '\n' -> safe.append(keepLines ? "\n" : "\\n");
      case '\r' -> safe.append("\\r");
      case '\t' -> safe.append(keepLines ? "  " : "\\t");
      default -> {
        if (isHarmless(c)) {
          safe.appendCodePoint(c);
        } else {
          safe.append(String.format("\\u{%x}", c));
        }
      }
    }
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
