package webhookinspector.cli;

import picocli.CommandLine.Option;

/** How a command shows what it has to tell. A mixin. */
final class OutputOptions {

  /** Forms of output. */
  enum Form {
    /** A full-screen view. */
    TUI,
    /** Lines for people. */
    PLAIN,
    /** One object a line on standard output. */
    JSON
  }

  /** When to colour. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "plain",
      description = "plain, or json: one object a line on standard output. Default: plain")
  Form form;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never. NO_COLOR is honoured. Default: auto")
  Color color;

  boolean json() {
    return form == Form.JSON;
  }
}
