package webhookinspector.history;

/**
 * Text in the form in which words are looked for: case and layout do not matter. One fold for text
 * and words alike, so that every adapter finds the same.
 */
public final class Folded {

  private static final char ODD = '\uFFFD';

  /** In characters; no value of Asana's comes near, and a stranger's must not fill an index. */
  private static final int LONGEST_VALUE = 200;

  private Folded() {}

  static String cut(String value) {
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
  }

  /** Lower case character by character; controls and line ends are blanks. */
  public static String of(String text) {
    var folded = new StringBuilder(text.length());
    text.codePoints().map(Folded::fold).forEach(folded::appendCodePoint);
    return folded.toString();
  }

  private static int fold(int c) {
    if (c < ' ' || c == 0x7f) {
      return ' ';
    }
    return isLoneSurrogate(c) ? ODD : Character.toLowerCase(c);
  }

  /** The same text, with a mark in place of what a store of UTF-8 could not give back. */
  public static String wellFormed(String text) {
    if (text.chars().noneMatch(c -> c == 0 || isLoneSurrogate(c))) {
      return text;
    }
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == 0 || isLoneSurrogate(c) ? ODD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isLoneSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
