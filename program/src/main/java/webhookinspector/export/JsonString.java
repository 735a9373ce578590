package webhookinspector.export;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What stands between the quotes of a JSON string. */
final class JsonString {

  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private JsonString() {}

  /** Empty if it is none: a control character, or a backslash with nothing known behind it. */
  static Optional<String> decode(byte[] json, int from, int to) {
    String raw = new String(json, from, to - from, StandardCharsets.UTF_8);
    var text = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      if (c < ' ') {
        return Optional.empty();
      }
      if (c != '\\') {
        text.append(c);
        i++;
        continue;
      }
      int length = escape(raw, i, text);
      if (length == 0) {
        return Optional.empty();
      }
      i += length;
    }
    return Optional.of(text.toString());
  }

  /** Appends what is meant and returns how long it is written, or 0. */
  private static int escape(String raw, int at, StringBuilder into) {
    char kind = at + 1 < raw.length() ? raw.charAt(at + 1) : 0;
    int simple = ESCAPED.indexOf(kind);
    if (simple >= 0) {
      into.append(MEANT.charAt(simple));
      return 2;
    }
    if (kind != 'u' || at + 6 > raw.length()) {
      return 0;
    }
    String hex = raw.substring(at + 2, at + 6);
    if (!hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80)) {
      return 0;
    }
    into.append((char) Integer.parseInt(hex, 16));
    return 6;
  }
}
