package webhookinspector.cli;

/** Makes text from outside harmless for a terminal: its controls become visible. */
final class Plain {

  private Plain() {}

  /** The same text with every control and bidi character but the line feed written as U+XXXX. */
  static String text(String raw) {
    var harmless = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || !isControl(c)) {
                harmless.appendCodePoint(c);
              } else {
                harmless.append("<U+%04X>".formatted(c));
              }
            });
    return harmless.toString();
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
