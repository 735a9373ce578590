package webhookinspector.feed.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text measured in the columns that a terminal gives it, not in characters. */
public final class Columns {

  private Columns() {}

  /** How many columns a text takes. */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += width(c);
      i += Character.charCount(c);
    }
    return width;
  }

  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** East Asian wide and emoji (Unicode, UAX 11), coarsely. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0x303e)
        || (c >= 0x3041 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x20000 && c <= 0x3fffd)
        || Character.isEmojiPresentation(c);
  }

  /** Cut to a width; {@code mark} then stands at the end. */
  public static String cut(String text, int width, String mark) {
    return width(text) <= width
        ? text
        : text.substring(0, fitting(text, 0, width - mark.length())) + mark;
  }

  /** Filled up with blanks on the right. */
  public static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Filled up with blanks on the left. */
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /** Broken at blanks into lines of at most {@code width}; at least one line, nothing lost. */
  public static List<String> wrap(String text, int width) {
    var lines = new ArrayList<String>();
    int start = 0;
    int end = fitting(text, start, width);
    while (end < text.length()) {
      int blank = start + text.substring(start, end + 1).lastIndexOf(' ');
      if (blank > start) {
        lines.add(text.substring(start, blank));
        start = blank + 1;
      } else {
        lines.add(text.substring(start, end));
        start = end;
      }
      end = fitting(text, start, width);
    }
    if (start < text.length() || lines.isEmpty()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  /** Broken wherever a line is full; at least one line, nothing lost. */
  public static List<String> chop(String text, int width) {
    var lines = new ArrayList<String>();
    int start = 0;
    do {
      int end = fitting(text, start, width);
      lines.add(text.substring(start, end));
      start = end;
    } while (start < text.length());
    return lines;
  }

  /** The end of what fits into so many columns from {@code start}; at least one character. */
  private static int fitting(String text, int start, int columns) {
    int width = 0;
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      width += width(c);
      if (width > columns && i > start) {
        return i;
      }
      i += Character.charCount(c);
    }
    return i;
  }
}
