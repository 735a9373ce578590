package webhookinspector.cli;

import picocli.CommandLine.Option;
import webhookinspector.app.Output;

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
      description = {
        "tui: the whole screen; plain: rows; json: one object a line on standard output.",
        "Default: plain"
      })
  Form form;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never. NO_COLOR is honoured. Default: auto")
  Color color;

  /** One object a line. */
  boolean json() {
    return form == Form.JSON;
  }

  /** Whether to colour what people read. */
  boolean colorful(Console console) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> console.surroundings().colorful();
    };
  }

  /** For the live view. */
  Output output(Console console) {
    return new Output(json(), form == Form.TUI, !json() && colorful(console), console.out());
  }
}
