package webhookinspector.feed.tui.jline;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.tui.model.Input;

/**
 * Makes keys of what a terminal sends: characters, controls, and the sequences of xterm for
 * everything else.
 */
final class KeyReader {

  /** How soon the rest of a sequence follows its first character, even over a slow line. */
  private static final long REST = 60;

  private static final int ESCAPE = 0x1b;
  private static final int LONGEST_PASTE = 10_000;

  private static final Map<String, String> SEQUENCES =
      Map.ofEntries(
          Map.entry("A", "Up"),
          Map.entry("B", "Down"),
          Map.entry("C", "Right"),
          Map.entry("D", "Left"),
          Map.entry("H", "Home"),
          Map.entry("F", "End"),
          Map.entry("Z", "Shift+Tab"),
          Map.entry("1~", "Home"),
          Map.entry("3~", "Delete"),
          Map.entry("4~", "End"),
          Map.entry("5~", "PgUp"),
          Map.entry("6~", "PgDn"),
          Map.entry("7~", "Home"),
          Map.entry("8~", "End"));

  /** Characters as they come. */
  interface Source {

    /** A value that stands for no character. */
    int END = -1;

    int NOTHING_YET = -2;

    /**
     * @param millis to wait for it, or 0 for as long as it takes
     */
    int read(long millis) throws IOException;
  }

  private final Source source;

  KeyReader(Source source) {
    this.source = source;
  }

  /** Waits for the next one; null at the end of all input. */
  @Nullable Input next() throws IOException {
    while (true) {
      int c = source.read(0);
      if (c == Source.END) {
        return null;
      }
      Input input = c == ESCAPE ? escape() : key(c);
      if (input != null) {
        return input;
      }
    }
  }

  private @Nullable Input key(int c) throws IOException {
    return switch (c) {
      case Source.NOTHING_YET -> null;
      case '\r', '\n' -> new Input.Key("Enter");
      case '\t' -> new Input.Key("Tab");
      case 0x7f, '\b' -> new Input.Key("Backspace");
      case 0 -> new Input.Key("Ctrl+Space");
      default -> new Input.Key(c < ' ' ? "Ctrl+" + (char) (c + '@') : character(c));
    };
  }

  private String character(int c) throws IOException {
    if (!Character.isHighSurrogate((char) c)) {
      return Character.toString(c);
    }
    int low = source.read(REST);
    return low < 0 ? "\ufffd" : new String(new char[] {(char) c, (char) low});
  }

  private @Nullable Input escape() throws IOException {
    int c = source.read(REST);
    return switch (c) {
      case Source.NOTHING_YET, Source.END, ESCAPE -> new Input.Key("Esc");
      case '[' -> sequence();
      case 'O' -> named(Character.toString(Math.max(0, source.read(REST))));
      case ']', 'P', '_' -> passOver();
      default -> new Input.Key("Alt+" + character(c));
    };
  }

  /** Parameters, then one character that says which (ECMA-48, CSI). */
  private @Nullable Input sequence() throws IOException {
    var text = new StringBuilder();
    int c = source.read(REST);
    while (c >= 0x20 && c < 0x40 && text.length() < 32) {
      text.append((char) c);
      c = source.read(REST);
    }
    if (c < 0x40) {
      return null;
    }
    if (c == '~' && text.toString().equals("200")) {
      return paste();
    }
    String parameters = text.toString().replaceFirst(";.*", "");
    return named(c == '~' ? parameters + "~" : Character.toString(c));
  }

  private static @Nullable Input named(String sequence) {
    String name = SEQUENCES.get(sequence);
    return name == null ? null : new Input.Key(name);
  }

  /** Up to the sequence that ends it. */
  private Input paste() throws IOException {
    var text = new StringBuilder();
    int c = source.read(REST);
    while (c != Source.END && text.indexOf("\u001b[201~") < 0) {
      if (c >= 0 && text.length() < LONGEST_PASTE) {
        text.append((char) c);
      } else if (c >= 0) {
        text.delete(0, 6).append((char) c);
      }
      c = text.indexOf("\u001b[201~") < 0 ? source.read(0) : c;
    }
    int end = text.indexOf("\u001b[201~");
    return new Input.Paste(end < 0 ? text.toString() : text.substring(0, end));
  }

  /** An answer that we did not ask for. */
  private @Nullable Input passOver() throws IOException {
    int before = 0;
    for (int c = source.read(REST); c >= 0; c = source.read(REST)) {
      if (c == 7 || (before == ESCAPE && c == '\\')) {
        break;
      }
      before = c;
    }
    return null;
  }
}
