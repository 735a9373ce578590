package webhookinspector.cli;

import java.util.Locale;
import java.util.OptionalInt;
import webhookinspector.feed.ReplayLine;

/**
 * How far a replay is, on one line of standard error that is drawn again and again; nothing where
 * that is no terminal.
 */
final class ProgressBar {

  private static final long PAUSE_NANOS = 100_000_000;
  private static final int WIDEST = 40;
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final OptionalInt columns;
  private final long start = System.nanoTime();
  private long drawn;
  private boolean there;

  ProgressBar(Console console) {
    this.console = console;
    this.columns = console.surroundings().errorColumns();
  }

  void show(ReplayLine line) {
    long now = System.nanoTime();
    if (columns.isPresent() && line.isRunning() && (!there || now - drawn >= PAUSE_NANOS)) {
      drawn = now;
      there = true;
      console.err().print(CLEAR + text(line, (now - start) / 1e9));
      console.err().flush();
    }
  }

  private String text(ReplayLine line, double seconds) {
    String words = words(line, seconds);
    int room = columns.orElse(0) - words.length() - 3;
    return room < 8
        ? words.substring(0, Math.min(words.length(), Math.max(0, columns.orElse(0) - 1)))
        : bar(line, Math.min(room, WIDEST)) + "  " + words;
  }

  private String bar(ReplayLine line, int width) {
    boolean ascii = console.surroundings().asciiOnly();
    int full = (int) ((long) width * line.sent() / Math.max(1, line.planned()));
    return (ascii ? "#" : "━").repeat(full) + (ascii ? "-" : "─").repeat(width - full);
  }

  private static String words(ReplayLine line, double seconds) {
    double rate = line.sent() / Math.max(0.001, seconds);
    long left = millisLeft(line, seconds, rate);
    String rest = left <= 0 ? "" : "  " + ReplaySummary.span(left) + " left";
    int notTaken = line.sent() - line.taken();
    return ReplaySummary.count(line.sent())
        + " of "
        + ReplaySummary.count(line.planned())
        + String.format(Locale.ROOT, "  %.0f/s", rate)
        + rest
        + (notTaken == 0 ? "" : "  " + ReplaySummary.count(notTaken) + " not taken");
  }

  /** By the timetable where there is one, else by the rate so far. */
  private static long millisLeft(ReplayLine line, double seconds, double rate) {
    if (line.lasts() > 0) {
      return line.lasts() - (long) (seconds * 1e3);
    }
    return line.sent() == 0 ? 0 : (long) ((line.planned() - line.sent()) / rate * 1e3);
  }

  /** Takes it away. */
  void clear() {
    if (there) {
      there = false;
      console.err().print(CLEAR);
      console.err().flush();
    }
  }
}
