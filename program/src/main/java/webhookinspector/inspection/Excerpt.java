package webhookinspector.inspection;

/**
 * Where words stand, with a little of what stands around them. Raw text of whoever sent it; blanks
 * and line ends around the words are single blanks.
 *
 * @param in {@link #SENTENCE}, {@link #NOTE} or {@link #BODY}
 * @param before what stands in front, beginning with … where more does
 * @param match the words as they stand there, in upper or lower case
 * @param after what stands behind, ending with … where more does
 */
public record Excerpt(String in, String before, String match, String after) {

  public static final String SENTENCE = "sentence";
  public static final String NOTE = "note";
  public static final String BODY = "body";

  /** In characters; a line of a terminal, with what else stands in it. */
  private static final int AROUND = 60;

  /**
   * Cuts it out.
   *
   * @param from index of the first character of the words
   * @param to index behind their last
   */
  public static Excerpt of(String in, String text, int from, int to) {
    int start = back(text, from);
    int end = on(text, to);
    String before = calm(text.substring(start, from)).stripLeading();
    String after = calm(text.substring(to, end)).stripTrailing();
    return new Excerpt(
        in,
        (start > 0 ? "…" : "") + before,
        text.substring(from, to),
        after + (end < text.length() ? "…" : ""));
  }

  private static int back(String text, int from) {
    int points = Math.min(AROUND, text.codePointCount(0, from));
    return text.offsetByCodePoints(from, -points);
  }

  private static int on(String text, int to) {
    int points = Math.min(AROUND, text.codePointCount(to, text.length()));
    return text.offsetByCodePoints(to, points);
  }

  private static String calm(String text) {
    return text.replaceAll("[ \\t\\r\\n]+", " ");
  }
}
