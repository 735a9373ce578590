package webhookinspector.cli;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import webhookinspector.app.Surroundings;
import webhookinspector.delivery.Header;
import webhookinspector.event.Ref;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.EventLine;
import webhookinspector.inspection.Harmless;
import webhookinspector.web.DeliveryDetail;

/** One delivery as text for people. */
final class ShowText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm:ss.SSS zzz", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private final Surroundings surroundings;

  ShowText(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  List<String> lines(DeliveryDetail detail) {
    var text = new ArrayList<String>();
    facts(detail.line(), text);
    events(detail.line(), text);
    text.add("");
    text.add("Headers, as they came");
    for (Header header : detail.headers()) {
      text.add("  " + Harmless.text(header.name() + ": " + header.value()));
    }
    text.add("");
    text.addAll(BodyText.of(detail.body(), detail.line().position()));
    return text;
  }

  private void facts(DeliveryLine line, List<String> text) {
    fact(text, line.type(), line.id() + ", number " + line.position());
    fact(text, "received", TIME.format(line.receivedAt().atZone(surroundings.zone())));
    String webhook = line.webhook() == null ? "" : ", webhook " + line.webhook();
    fact(text, "inbox", line.inbox() + webhook);
    fact(text, "kind", line.kind());
    fact(text, "verdict", line.verdict() + ": " + line.because());
    fact(text, "answer", line.answer() == 0 ? "none" : Integer.toString(line.answer()));
    fact(text, "source", line.source());
    if (line.repeatOf() != null) {
      fact(text, "repeat of", line.repeatOf());
    }
    if (line.echoes() > 0) {
      fact(text, "echo", line.echoes() + " of " + line.events().size() + " changes told before");
    }
    if (line.pinned()) {
      fact(text, "pinned", "yes");
    }
    if (line.note() != null) {
      fact(text, "note", line.note());
    }
    fact(text, "body", line.size() + " bytes, SHA-256 " + line.sha256());
  }

  private static void fact(List<String> text, String name, String value) {
    text.add(String.format(Locale.ROOT, "%-10s %s", name, Harmless.text(value)));
  }

  private void events(DeliveryLine line, List<String> text) {
    if (line.events().isEmpty()) {
      return;
    }
    text.add("");
    text.add(
        line.verdict().equals("authentic")
            ? "What happened"
            : "What it claims, which nobody should believe");
    for (EventLine event : line.events()) {
      text.add("  " + Harmless.text(event.sentence()));
      text.add("    " + Harmless.text(particulars(event)));
    }
  }

  private String particulars(EventLine event) {
    var parts = new ArrayList<String>();
    if (event.createdAt() != null) {
      parts.add(CLOCK.format(event.createdAt().atZone(surroundings.zone())));
    }
    parts.add(event.field() == null ? event.action() : event.action() + " " + event.field());
    parts.add(words(event.resource()));
    if (event.parent() != null) {
      parts.add("in " + words(event.parent()));
    }
    parts.add(event.user() == null ? "by Asana itself" : "by " + words(event.user()));
    if (event.echoOf() != null) {
      parts.add("told before in " + event.echoOf());
    }
    if (event.alsoPolled() != null) {
      parts.add("polled, too, in page " + event.alsoPolled());
    }
    return String.join(", ", parts);
  }

  private static String words(Ref ref) {
    String subtype = ref.subtype().map(s -> " (" + s + ")").orElse("");
    return ref.type().orElse("something") + " " + ref.gid() + subtype;
  }
}
