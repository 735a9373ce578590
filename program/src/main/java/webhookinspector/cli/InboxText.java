package webhookinspector.cli;

import java.time.Instant;
import webhookinspector.feed.LineJson;
import webhookinspector.web.InboxLine;

/** An inbox as text. */
final class InboxText {

  private InboxText() {}

  static String of(InboxLine inbox, boolean json) {
    return json ? json(inbox) : words(inbox);
  }

  private static String words(InboxLine inbox) {
    Instant until = inbox.armedUntil();
    String state = until == null ? inbox.state() : "armed until " + until;
    String watching = inbox.resource() == null ? "" : "  watches " + inbox.resource();
    String webhook = inbox.webhook() == null ? "" : "  webhook " + inbox.webhook();
    return Plain.text(inbox.name() + "  " + state + watching + webhook + "\n  " + inbox.address());
  }

  private static String json(InboxLine inbox) {
    return LineJson.object(
        out -> {
          out.writeStringProperty("type", "inbox");
          out.writeStringProperty("name", inbox.name());
          out.writeStringProperty("address", inbox.address().toString());
          LineJson.string(out, "resource", inbox.resource());
          LineJson.string(out, "webhook", inbox.webhook());
          out.writeStringProperty("state", inbox.state());
          LineJson.string(out, "fingerprint", inbox.fingerprint());
          out.writeNumberProperty("candidates", inbox.candidates());
          LineJson.time(out, "armedUntil", inbox.armedUntil());
        });
  }
}
