package webhookinspector.cli;

import webhookinspector.inspection.Harmless;

/** Makes text from outside harmless for a terminal: its controls become visible. */
final class Plain {

  private Plain() {}

  /** The same text on as many lines, with its controls written as escapes. */
  static String text(String raw) {
    return Harmless.lines(raw);
  }
}
