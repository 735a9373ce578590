package webhookinspector.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import webhookinspector.feed.ReplayLine;

/** What came of a replay of many, for people. */
record ReplaySummary(ReplayLine line) {

  /** Late by less is as good as in time. */
  private static final long LATE_MILLIS = 100;

  /** Of a dry run. */
  List<String> plan() {
    if (line.planned() == 0) {
      return List.of(nothing());
    }
    var lines = new ArrayList<String>();
    String over = line.lasts() == 0 ? "" : " within " + span(line.lasts());
    lines.add("Would send " + deliveries(line.planned()) + " to " + target() + over + leftOut());
    return lines;
  }

  /** Of one that is over. */
  List<String> lines() {
    if (line.planned() == 0) {
      return List.of(nothing());
    }
    var lines = new ArrayList<String>();
    lines.add(head());
    if (!line.answers().isEmpty()) {
      lines.add(row("answer", "count", "p50", "p95", "p99"));
      line.answers()
          .forEach(
              a ->
                  lines.add(
                      row(
                          a.status() == null ? "no answer" : a.status().toString(),
                          count(a.count()),
                          millis(a.times().p50()),
                          millis(a.times().p95()),
                          millis(a.times().p99()))));
    }
    if (line.late() >= LATE_MILLIS) {
      lines.add(
          "The latest left "
              + span(line.late())
              + " late: the target is slower than the spacing. Try --concurrency 8.");
    }
    if (line.seed() != 0) {
      lines.add("The same again: --seed " + line.seed());
    }
    return lines;
  }

  private String head() {
    String of = count(line.sent()) + " of " + deliveries(line.planned()) + " to " + target();
    String taken = line.taken() == line.sent() ? "all taken" : count(line.taken()) + " taken";
    String how =
        switch (line.state()) {
          case "stopped" -> "Stopped. Sent ";
          case "failed" -> "Gave up: " + Plain.text(String.valueOf(line.because())) + ". Sent ";
          default -> "Sent ";
        };
    return how + of + (line.sent() == 0 ? "" : ", " + taken) + leftOut();
  }

  private String nothing() {
    return line.leftOut() == 0
        ? "Nothing matches; nothing was sent."
        : "Nothing was sent; "
            + deliveries(line.leftOut())
            + " cannot be: the secret of a handshake is kept apart from it.";
  }

  private String leftOut() {
    return line.leftOut() == 0
        ? ""
        : "; left out " + count(line.leftOut()) + " that cannot be sent, such as handshakes";
  }

  private String target() {
    return Plain.text(line.target());
  }

  private static String row(String answer, String count, String p50, String p95, String p99) {
    return String.format(Locale.ROOT, "  %-10s%9s%12s%12s%12s", answer, count, p50, p95, p99)
        .stripTrailing();
  }

  private static String deliveries(int number) {
    return number == 1 ? "1 delivery" : count(number) + " deliveries";
  }

  static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String millis(double millis) {
    return millis < 1_000
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.2f s", millis / 1_000);
  }

  /** Such as {@code 320 ms}, {@code 12.5 s}, {@code 4 min 3 s}, {@code 2 h 5 min}. */
  static String span(long millis) {
    Duration time = Duration.ofMillis(millis);
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }
    return millis < 3_600_000
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }
}
