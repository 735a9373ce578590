package webhookinspector.conform;

/** Signs and colours. Colour only repeats what sign and word say. */
record Ink(TextReport.Style style) {

  String sign(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed _ -> green(mark("✓", "ok") + " passed ");
      case Outcome.Failed _ -> red(mark("✗", "!!") + " failed ");
      case Outcome.Warned _ -> colored("33", mark("⚠", "al") + " warned ");
      case Outcome.Skipped _ -> mark("–", "--") + " skipped";
    };
  }

  /** For the whole. */
  String verdict(boolean conforms) {
    return conforms
        ? green(mark("✓", "ok") + " conforms")
        : red(mark("✗", "!!") + " does not conform");
  }

  String bold(String text) {
    return colored("1", text);
  }

  private String mark(String sign, String twin) {
    return style.ascii() ? twin : sign;
  }

  private String green(String text) {
    return colored("32", text);
  }

  private String red(String text) {
    return colored("31", text);
  }

  private String colored(String code, String text) {
    return style.color() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
