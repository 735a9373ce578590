package webhookinspector.feed.tui.layout;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.event.Ref;
import webhookinspector.feed.Line;
import webhookinspector.feed.terminal.Amounts;
import webhookinspector.feed.terminal.Ink.Tone;
import webhookinspector.feed.terminal.Look;
import webhookinspector.feed.terminal.Notes;
import webhookinspector.feed.tui.model.CodeForm;
import webhookinspector.feed.tui.model.Details;
import webhookinspector.feed.tui.model.Section;
import webhookinspector.feed.tui.screen.Style;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.JsonLayout;

/** What the pane tells about a delivery, part by part. */
final class SectionText {

  /** Longer bodies are cut; whoever wants them whole wants a file. */
  private static final int LONGEST = 200_000;

  private static final int MOST_HEX = 16 << 10;
  private static final int MOST_EVENTS = 1_000;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter EXACTLY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm:ss.SSS zzz", Locale.ENGLISH);

  private final Look look;
  private final Paper paper;
  private final Details.Content content;
  private final DeliveryLine line;

  private SectionText(Look look, int width, Details.Content content) {
    this.look = look;
    this.paper = new Paper(width, look.ink());
    this.content = content;
    this.line = content.details().line();
  }

  static Paper of(Look look, int width, Details.Content content, Section section, int form) {
    var text = new SectionText(look, width, content);
    switch (section) {
      case EXPLAIN -> text.explain();
      case EVENTS -> text.events();
      case BODY -> text.body(form);
      case HEADERS -> text.headers();
      case SIGNATURE -> text.signature();
      case ATTEMPTS -> text.attempts();
      case CODE -> text.code(form);
    }
    return text.paper;
  }

  private void explain() {
    content
        .explanation()
        .paragraphs()
        .forEach(paragraph -> paper.title(paragraph.title()).text(paragraph.text()));
    String note = line.note();
    if (note != null) {
      paper.title("Note").text(note);
    }
    paper.title("Facts");
    paper.fact("Arrived", EXACTLY.format(line.receivedAt().atZone(look.zone())));
    paper.fact("Inbox", line.inbox());
    String webhook = line.webhook();
    paper.fact("Webhook", webhook == null ? "not known" : webhook);
    paper.fact("Source", line.source());
    paper.fact("Pinned", line.pinned() ? "yes, it is kept" : "no");
    paper.fact("Id", line.id());
    paper.fact("SHA-256", line.sha256());
    paper.fact("Place in the ledger", Long.toString(line.position()));
  }

  private void events() {
    if (line.events().isEmpty()) {
      paper.text(Style.FAINT, "This delivery tells no event.");
    }
    for (EventLine event : line.events().subList(0, Math.min(MOST_EVENTS, line.events().size()))) {
      paper.blank().text(event.sentence()).text(Style.FAINT, particulars(event), 2);
    }
    int more = line.events().size() - MOST_EVENTS;
    if (more > 0) {
      paper.blank().text(Style.FAINT, "and " + more + " more: inspector show " + line.position());
    }
  }

  private String particulars(EventLine event) {
    var parts = new StringJoiner(paper.sign(" · ", ", "));
    if (event.createdAt() != null) {
      parts.add(CLOCK.format(event.createdAt().atZone(look.zone())));
    }
    parts.add(event.field() == null ? event.action() : event.action() + " " + event.field());
    parts.add(words(event.resource()));
    if (event.parent() != null) {
      parts.add("in " + words(event.parent()));
    }
    parts.add(event.user() == null ? "by Asana itself" : "by " + event.user().gid());
    return parts.toString();
  }

  private static String words(Ref ref) {
    return ref.type().orElse("resource") + " " + ref.gid();
  }

  private void body(int form) {
    Body body = content.details().body();
    if (body.size() == 0) {
      paper.text(Style.FAINT, "The body is empty.");
      return;
    }
    String text = body.text();
    boolean json = JsonLayout.looksLikeJson(text) && text.length() <= LONGEST;
    List<String> forms = json ? List.of("tree", "raw", "hex") : List.of("raw", "hex");
    String chosen = choose(forms, form, Amounts.size(body.size()));
    switch (chosen) {
      case "tree" -> tree(text);
      case "raw" -> {
        paper.exactly(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        if (text.length() > LONGEST) {
          cutHere();
        }
      }
      default -> hex(body.toBytes());
    }
  }

  /** The forms, the chosen one strong. */
  private String choose(List<String> forms, int form, String remark) {
    String chosen = forms.get(form % forms.size());
    var pen = paper.pen();
    for (String one : forms) {
      pen.put(one.equals(chosen) ? Style.PLAIN.bold().underline() : Style.FAINT, one).gap(2);
    }
    pen.put(Style.FAINT, remark).gap(2).put(Style.FAINT, "v: the next form");
    paper.add(pen.strip()).blank();
    return chosen;
  }

  private void tree(String text) {
    for (String each : JsonLayout.of(text).split("\n", -1)) {
      int indent = each.length() - each.stripLeading().length();
      paper.text(Style.PLAIN, each.strip(), Math.min(indent, paper.width() / 2));
    }
  }

  private void hex(byte[] bytes) {
    int row = paper.width() >= 76 ? 16 : 8;
    int most = Math.min(bytes.length, MOST_HEX);
    for (int at = 0; at < most; at += row) {
      int end = Math.min(most, at + row);
      String digits = HexFormat.ofDelimiter(" ").formatHex(bytes, at, end);
      var letters = new StringBuilder();
      for (int i = at; i < end; i++) {
        letters.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
      }
      String where = String.format(Locale.ROOT, "%06x", at);
      var pen = paper.pen().put(Style.FAINT, where).to(8).put(digits);
      paper.add(pen.to(8 + 3 * row + 1).put(letters.toString()).strip());
    }
    if (most < bytes.length) {
      cutHere();
    }
  }

  private void cutHere() {
    String raw = "inspector show " + line.position() + " --raw > FILE";
    paper.blank().text(Style.FAINT, "cut here; the exact bytes: " + raw);
  }

  private void headers() {
    for (Header header : content.details().headers()) {
      paper.text(Style.FAINT, header.name()).text(Style.PLAIN, header.value(), 2);
    }
  }

  private void signature() {
    if (line.type().equals("handshake")) {
      paper.title("A handshake carries no signature");
      paper.text(
          "It offers the secret. Only the authenticated answer to the create call tells whether it"
              + " was Asana's.");
      return;
    }
    paper.step("1", "The bytes: " + Amounts.size(line.size()) + ", as they came, before any JSON.");
    paper.text(Style.FAINT, "sha-256 " + line.sha256(), 3);
    paper.step("2", "The key: this inbox's secret, its text, not what its hex digits might spell.");
    paper.step("3", "HMAC-SHA256 of the bytes under the key, as 64 lower-case hex digits.");
    paper.step("4", "What came in X-Hook-Signature:");
    List<String> came = content.details().headers().all("X-Hook-Signature");
    if (came.isEmpty()) {
      paper.text(Style.of(Tone.BAD), "no such header", 3);
    }
    came.forEach(value -> paper.text(Style.FAINT, value, 3));
    paper.step("5", "Compared in constant time: " + line.because() + ".");
  }

  private void attempts() {
    if (content.attempts().isEmpty()) {
      paper.text(Style.FAINT, "It was sent nowhere yet; r sends it again.");
    }
    for (Line.OfAttempt attempt : content.attempts()) {
      var badge = Notes.badge(attempt);
      String came = attempt.status() == null ? "no answer" : "answered " + attempt.status();
      String took = Amounts.time(Duration.ofMillis(attempt.millis()));
      var pen = paper.pen().put(Style.FAINT, CLOCK.format(attempt.at().atZone(look.zone())));
      pen.gap(2).put(Style.of(badge.tone()), badge.text(look.ink()));
      pen.gap(2).put(came + " after " + took + ", " + attempt.source());
      paper.add(pen.strip()).text(Style.FAINT, attempt.target(), 2);
      String because = attempt.because();
      if (because != null) {
        paper.text(Style.PLAIN, because, 2);
      }
      String body = attempt.answerBody();
      if (body != null) {
        paper.text(Style.FAINT, "It said:", 2).text(Style.PLAIN, body, 4);
      }
    }
  }

  private void code(int form) {
    CodeForm[] forms = CodeForm.values();
    List<String> titles = Arrays.stream(forms).map(CodeForm::title).toList();
    choose(titles, form, "c copies curl");
    paper.exactly(forms[form % forms.length].of(content.details()));
  }
}
