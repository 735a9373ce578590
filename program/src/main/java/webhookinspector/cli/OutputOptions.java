package webhookinspector.cli;

import org.jspecify.annotations.Nullable;
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
      description = {
        "tui: the whole screen; plain: rows; json: one object a line on standard output.",
        "Default: tui for a live view on a terminal that can show it, otherwise plain"
      })
  @Nullable Form form;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto, always or never. NO_COLOR is honoured. Default: auto")
  Color color;

  @Option(
      names = "--ascii",
      description = "Write nothing but ASCII. By itself where the locale knows no UTF-8.")
  boolean ascii;

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
    boolean bare = json() || form == Form.PLAIN;
    Output.Screen screen =
        form == Form.TUI
            ? Output.Screen.WANTED
            : !bare && console.surroundings().interactive()
                ? Output.Screen.IF_POSSIBLE
                : Output.Screen.NONE;
    boolean color = !json() && colorful(console);
    boolean plainSigns = ascii || console.surroundings().asciiOnly();
    return new Output(json(), screen, color, plainSigns, console.out());
  }
}
