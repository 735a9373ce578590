package webhookinspector.feed.terminal;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Which columns a row has at a width, and how wide each is. Below {@value #TABLE} columns a row is
 * a sentence, with everything else on a faint line beneath it.
 *
 * @param table whether there are columns behind the sentence
 * @param sizes whether one of them is the size
 * @param words whether the lag is told in words
 */
record Grid(int columns, DateTimeFormatter time, boolean table, boolean sizes, boolean words) {

  static final int TABLE = 96;
  static final int INBOX = 14;
  static final int SIZE = 6;
  static final int LAG = 7;
  static final int ANSWER = 6;
  static final int NUMBER = 7;

  /** Behind a lag in words. */
  static final String AFTER = " after the change";

  /** Longer sentences are hard to read, and their row's end hard to find. */
  private static final int LONGEST_SENTENCE = 80;

  private static final DateTimeFormatter SECONDS = clock("HH:mm:ss");
  private static final DateTimeFormatter MILLIS = clock("HH:mm:ss.SSS");

  static Grid of(int columns) {
    boolean wide = columns >= 150;
    return new Grid(columns, wide ? MILLIS : SECONDS, columns >= TABLE, wide, columns >= 175);
  }

  private static DateTimeFormatter clock(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** The column in which sentences begin. */
  int indent() {
    return (wide() ? 12 : 8) + 2 + badge();
  }

  /** How wide sign and word are, with the blanks behind them. */
  int badge() {
    return table ? Badge.WIDTH + 2 : Badge.WIDTH;
  }

  private boolean wide() {
    return time == MILLIS;
  }

  int lag() {
    return words ? LAG + AFTER.length() : LAG;
  }

  /** How wide a sentence may be beside its columns. */
  int sentence() {
    return Math.min(LONGEST_SENTENCE, columns - indent() - behind());
  }

  /** How wide a line beneath may be. */
  int beneath() {
    return Math.min(indent() + sentence() + behind(), columns) - indent();
  }

  /** How wide everything is. */
  int whole() {
    return indent() + beneath();
  }

  private int behind() {
    if (!table) {
      return 0;
    }
    return 2 + INBOX + (sizes ? 2 + SIZE : 0) + 2 + lag() + 2 + ANSWER + NUMBER;
  }
}
