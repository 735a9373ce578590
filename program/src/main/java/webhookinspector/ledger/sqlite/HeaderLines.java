package webhookinspector.ledger.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;

/**
 * Headers as one column: {@code Name: value}, a line each, one byte a char. So one bind keeps them
 * all, and a person can read them in any SQLite shell.
 */
final class HeaderLines {

  private HeaderLines() {}

  static byte[] write(Headers headers) {
    var text = new StringBuilder(512);
    for (Header line : headers) {
      demand(line, line.name().indexOf(':') < 0 && isOneLine(line.name()));
      demand(line, isOneLine(line.value()));
      text.append(line.name()).append(": ").append(line.value()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static Headers read(byte[] column) {
    String text = new String(column, StandardCharsets.ISO_8859_1);
    var lines = new ArrayList<Header>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      int colon = text.indexOf(": ", start);
      lines.add(new Header(text.substring(start, colon), text.substring(colon + 2, end)));
      start = end + 1;
    }
    return new Headers(lines);
  }

  private static boolean isOneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) > 0xff) {
        return false;
      }
    }
    return true;
  }

  private static void demand(Header line, boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException(
          "header: "
              + line.name().length()
              + " + "
              + line.value().length()
              + " characters (expected: ISO 8859-1 without line ends, and no colon in the name)");
    }
  }
}
