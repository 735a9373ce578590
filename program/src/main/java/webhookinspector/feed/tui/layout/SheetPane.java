package webhookinspector.feed.tui.layout;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;
import webhookinspector.feed.Opening;
import webhookinspector.feed.terminal.Head;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.tui.model.Binding;
import webhookinspector.feed.tui.model.Host;
import webhookinspector.feed.tui.model.Keys;
import webhookinspector.feed.tui.model.Model;
import webhookinspector.feed.tui.model.Sheet;
import webhookinspector.feed.tui.model.Sheets;
import webhookinspector.feed.tui.screen.Pen;
import webhookinspector.feed.tui.screen.Strip;
import webhookinspector.feed.tui.screen.Style;

/** What lies over the list. */
final class SheetPane {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

  private static final String BARS = " ▁▂▃▄▅▆▇█";

  private final Look look;

  SheetPane(Look look) {
    this.look = look;
  }

  List<Strip> lines(Model model, Sheet sheet, int width, int height) {
    var paper = new Paper(Math.min(width - 4, 110), look.ink());
    switch (sheet) {
      case KEYS -> keys(paper);
      case PLACES -> places(paper, model.opening());
      case ALERTS -> alerts(paper, model.sheets().alerts());
      case WEBHOOKS -> webhooks(paper, model.health());
      case NUMBERS -> numbers(paper, model.sheets().numbers());
      case DIFFERENCE -> DifferenceText.write(paper, model.sheets().difference());
      case TIMELINE -> TimelineText.write(look, paper, model.sheets().timeline());
    }
    var lines = new ArrayList<Strip>();
    Pen title = new Pen(width, look.ink()).to(2).put(Style.PLAIN.bold(), sheet.title());
    lines.add(title.gap(2).put(Style.FAINT, "Esc closes").strip());
    lines.add(Strip.BLANK);
    int room = Math.max(1, height - 2);
    List<Strip> text = paper.lines();
    int from = model.sheets().scroll().first(text.size(), room);
    text.subList(from, Math.min(text.size(), from + room))
        .forEach(strip -> lines.add(Strip.BLANK.beside(2, strip)));
    return lines;
  }

  private static void keys(Paper paper) {
    Keys.LIST.forEach(binding -> key(paper, binding));
    paper.title("In an open delivery");
    Keys.DETAILS.forEach(binding -> key(paper, binding));
  }

  private static void key(Paper paper, Binding binding) {
    Pen pen = paper.pen().put(Style.PLAIN.bold(), binding.shown());
    paper.add(pen.to(18).put(binding.says()).strip());
  }

  private static void places(Paper paper, @Nullable Opening opening) {
    if (opening != null) {
      Head.facts(opening).forEach(fact -> paper.fact(fact.label(), fact.text()));
    }
  }

  private void alerts(Paper paper, List<Line.OfAlert> alerts) {
    if (alerts.isEmpty()) {
      paper.text("Nothing that you should know.");
    }
    for (Line.OfAlert alert : alerts) {
      String inbox = alert.inbox() == null ? "" : "  " + alert.inbox();
      String when = MOMENT.format(alert.at().atZone(look.zone()));
      Tone tone = alert.level().equals("good") ? Tone.GOOD : Tone.WARN;
      Pen pen =
          paper.blank().pen().put(Style.of(tone), paper.sign("⚠", "al") + " " + alert.topic());
      paper.add(pen.gap(2).foreign(Style.FAINT, when + inbox).strip());
      paper.text(Style.PLAIN, alert.message(), 2);
    }
  }

  private static void webhooks(Paper paper, Host.Health health) {
    if (health.webhooks().isEmpty()) {
      paper.text("This folder owns no webhook.");
      paper.text(Style.FAINT, "inspector webhooks create PROJECT_GID makes one.");
    }
    for (Host.Watched webhook : health.webhooks()) {
      Pen pen = paper.blank().pen().put(Style.of(webhook.tone()).bold(), webhook.word());
      pen.gap(2).foreign(Style.PLAIN.bold(), webhook.name());
      paper.add(pen.gap(2).foreign(Style.FAINT, webhook.inbox() + "  " + webhook.gid()).strip());
      webhook.sentences().forEach(sentence -> paper.text(Style.PLAIN, sentence, 2));
      String next = webhook.next();
      if (next != null) {
        paper.text(Style.FAINT, next, 2);
      }
    }
  }

  private void numbers(Paper paper, Sheets.@Nullable Numbers numbers) {
    if (numbers == null) {
      paper.text(Style.FAINT, "counting …");
      return;
    }
    paper.text(Style.FAINT, "Arrivals of the last hour, minute by minute");
    long most = numbers.arrivals().stream().mapToLong(Long::longValue).max().orElse(0);
    paper.add(bars(paper, numbers.arrivals(), most));
    paper.text(Style.FAINT, String.format(Locale.ROOT, "at most %,d a minute", most)).blank();
    for (Sheets.Count count : numbers.counts()) {
      Pen pen = paper.pen().put(count.name());
      pen.endingAt(26, Style.PLAIN.bold(), String.format(Locale.ROOT, "%,d", count.number()));
      paper.add(pen.gap(2).put(Style.FAINT, count.filter()).strip());
    }
  }

  private Strip bars(Paper paper, List<Long> arrivals, long most) {
    var text = new StringBuilder();
    for (long count : arrivals) {
      int height = most == 0 ? 0 : (int) Math.ceilDiv(count * 8, most);
      text.append(look.ascii() ? Character.forDigit(height, 10) : BARS.charAt(height));
    }
    return paper.pen().put(text.toString()).strip();
  }
}
