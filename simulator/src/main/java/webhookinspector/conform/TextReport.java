package webhookinspector.conform;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For people: the short list of all, then what to mend, with the evidence. */
public final class TextReport {

  private static final int ID_WIDTH = 27;
  private static final String INDENT = "      ";

  private final Style style;
  private final Ink ink;
  private final StringBuilder out = new StringBuilder();

  private TextReport(Style style) {
    this.style = style;
    this.ink = new Ink(style);
  }

  /**
   * How it is set.
   *
   * @param color ANSI colours; signs and words say the same without
   * @param ascii only ASCII signs
   * @param width columns to wrap at; at least 60
   */
  public record Style(boolean color, boolean ascii, int width) {
    /** For a file or a pipe. */
    public static Style plain() {
      return new Style(false, false, 100);
    }
  }

  /** The whole report, ending with a line break. */
  public static String of(Report report, Style style) {
    return new TextReport(style).whole(report);
  }

  /** One check, for {@code --explain}. */
  public static String explain(Check check, Style style) {
    return new TextReport(style).explained(check);
  }

  private String whole(Report report) {
    line(ink.bold("Conformance of " + Printable.of(report.target().toString())));
    line(
        "seed %d · %d checks · %s"
            .formatted(report.seed(), report.results().size(), Timing.inWords(report.took())));
    for (Group group : Group.values()) {
      List<Result> results =
          report.results().stream().filter(result -> result.check().group() == group).toList();
      if (!results.isEmpty()) {
        line("");
        line(ink.bold(group.title()));
        rows(results);
      }
    }
    report.failed().forEach(this::details);
    report.warned().forEach(this::details);
    summary(report);
    return out.toString();
  }

  /** What many checks could not be tried for is said once. */
  private void rows(List<Result> results) {
    int at = 0;
    while (at < results.size()) {
      Outcome outcome = results.get(at).outcome();
      int end = at + 1;
      while (outcome instanceof Outcome.Skipped
          && end < results.size()
          && results.get(end).outcome().equals(outcome)) {
        end++;
      }
      if (end - at > 2) {
        row(outcome, end - at + " checks", "");
        at = end;
      } else {
        row(outcome, results.get(at).check().id(), results.get(at).check().title());
        at++;
      }
    }
  }

  private void row(Outcome outcome, String what, String title) {
    String text = outcome instanceof Outcome.Skipped(String why) ? "not tried: " + why : title;
    line("  " + ink.sign(outcome) + " " + pad(what) + " " + text);
  }

  private void details(Result result) {
    Check check = result.check();
    line("");
    line(ink.sign(result.outcome()) + " " + ink.bold(check.id()) + "  " + check.title());
    part("found", result.outcome().says());
    part("points to", result.mistake().words());
    part("why", check.why() + " (" + check.source() + ")");
    part("mend", result.mend());
    if (!result.exchanges().isEmpty()) {
      Exchange last = result.exchanges().getLast();
      block("sent", last.sent());
      block("came back", last.cameBack());
    }
  }

  private String explained(Check check) {
    line(ink.bold(check.id()) + "  " + check.title());
    part("weight", check.severity() == Severity.MUST ? "must" : "should");
    part("why", check.why() + " (" + check.source() + ")");
    part("points to", check.mistake().words());
    part("mend", check.mend());
    if (!check.needs().isEmpty()) {
      part(
          "needs",
          check.needs().stream().sorted().map(Need::word).collect(Collectors.joining(", ")));
    }
    return out.toString();
  }

  private void summary(Report report) {
    line("");
    String counts =
        "%d passed, %d failed, %d warned, %d not tried"
            .formatted(
                report.passed().size(),
                report.failed().size(),
                report.warned().size(),
                report.skipped().size());
    line(ink.verdict(report.conforms()) + ": " + counts);
    mistakes("Points to", report.failed());
    mistakes("Worth a look", report.warned());
  }

  private void mistakes(String heading, List<Result> results) {
    if (!results.isEmpty()) {
      line(
          results.stream()
              .map(result -> result.mistake().words())
              .distinct()
              .collect(Collectors.joining(", ", heading + ": ", "")));
    }
  }

  private void part(String name, String text) {
    block(name, wrap(text, width()));
  }

  private void block(String name, String text) {
    List<String> lines =
        text.lines()
            .map(String::stripTrailing)
            .flatMap(line -> Stream.of(line.split("(?<=\\G.{" + width() + "})")))
            .toList();
    for (int i = 0; i < lines.size(); i++) {
      line(INDENT + "%-10s ".formatted(i == 0 ? name : "") + lines.get(i));
    }
  }

  /** Of the texts beside a name. */
  private int width() {
    return Math.max(60, style.width()) - INDENT.length() - 11;
  }

  private static String wrap(String text, int width) {
    var wrapped = new StringBuilder();
    int column = 0;
    for (String word : text.split("(?<=[ \n])", -1)) {
      if (column + word.stripTrailing().length() > width && column > 0) {
        wrapped.append('\n');
        column = 0;
      }
      wrapped.append(word);
      column = word.endsWith("\n") ? 0 : column + word.length();
    }
    return wrapped.toString();
  }

  private static String pad(String id) {
    return id + " ".repeat(Math.max(0, ID_WIDTH - id.length()));
  }

  private void line(String text) {
    out.append((style.ascii() ? text.replace('·', '|') : text).stripTrailing()).append('\n');
  }
}
