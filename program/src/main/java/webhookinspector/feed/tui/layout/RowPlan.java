package webhookinspector.feed.tui.layout;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import webhookinspector.feed.terminal.Badge;

/**
 * Which columns a row of the list has at a width: when, whether to believe it, what happened,
 * where, how late, what we answered. A column that is not there has no width.
 *
 * @param sentence in which column the sentence begins
 * @param room how wide the sentence may be
 */
record RowPlan(
    DateTimeFormatter time,
    int badge,
    int sentence,
    int room,
    int inbox,
    int size,
    int lag,
    int answer,
    int number) {

  private static final DateTimeFormatter SECONDS = clock("HH:mm:ss");
  private static final DateTimeFormatter MILLIS = clock("HH:mm:ss.SSS");

  /** Longer sentences are hard to read, and their row's end hard to find. */
  private static final int LONGEST_SENTENCE = 96;

  static final int MARKER = 1;

  /**
   * @param several whether there is more than one inbox to tell apart
   */
  static RowPlan of(int width, boolean several) {
    DateTimeFormatter time = width >= 150 ? MILLIS : SECONDS;
    int gap = width >= 76 ? 2 : 1;
    int badge = MARKER + (time == MILLIS ? 12 : 8) + gap;
    int sentence = badge + Badge.WIDTH + (gap - 1);
    int inbox = several && width >= 104 ? 2 + 14 : 0;
    int size = width >= 140 ? 2 + 6 : 0;
    int lag = width >= 72 ? 2 + 7 : 0;
    int answer = width >= 96 ? 2 + 6 : width >= 76 ? 2 + 3 : 0;
    int number = 1 + 7;
    int room = width - sentence - inbox - size - lag - answer - number;
    return new RowPlan(
        time, badge, sentence, Math.min(room, LONGEST_SENTENCE), inbox, size, lag, answer, number);
  }

  private static DateTimeFormatter clock(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** The column behind the sentence. */
  int behindSentence() {
    return sentence + room;
  }

  int behindInbox() {
    return behindSentence() + inbox;
  }

  int behindSize() {
    return behindInbox() + size;
  }

  int behindLag() {
    return behindSize() + lag;
  }

  int behindAnswer() {
    return behindLag() + answer;
  }

  int behindNumber() {
    return behindAnswer() + number;
  }
}
