package webhookinspector.checks.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal or a file was given, taken to pieces: our own sequences, text, and the rest. */
final class Screened {

  /** Colours and styles. */
  private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");

  /**
   * What a full-screen view needs besides: moves, clearing, modes, scrolling, the character set,
   * and the keypad (ECMA-48, xterm).
   */
  private static final Pattern MOVES =
      Pattern.compile("\u001b(\\[[?>=]?[0-9;]*[ABCDGHJKLMPSTXdfghlmru@]|[78=>M]|\\(B)");

  private static final Pattern HARMFUL =
      Pattern.compile(
          "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

  private Screened() {}

  /** What must not be in the output of a command that prints rows. */
  static List<String> rows(byte[] bytes) {
    return rest(STYLE.matcher(new String(bytes, UTF_8)).replaceAll(""));
  }

  /** What must not be in the output of a full-screen view; marked sequences are never ours. */
  static List<String> fullScreen(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    var found = new ArrayList<String>();
    if (text.contains("\u001b[7331")) {
      found.add("a payload's own sequence");
    }
    found.addAll(rest(MOVES.matcher(text).replaceAll("")));
    return found;
  }

  private static List<String> rest(String text) {
    var found = new ArrayList<String>();
    Matcher harmful = HARMFUL.matcher(text);
    while (harmful.find()) {
      int from = Math.max(0, harmful.start() - 30);
      int to = Math.min(text.length(), harmful.end() + 10);
      found.add(
          "U+%04X in %s"
              .formatted((int) harmful.group().charAt(0), Payloads.json(text.substring(from, to))));
    }
    text.lines()
        .filter(line -> line.startsWith(Payloads.ROW) || line.startsWith("{\"level\":\"ERROR\""))
        .forEach(line -> found.add("a row of a stranger's: " + line));
    return found;
  }
}
