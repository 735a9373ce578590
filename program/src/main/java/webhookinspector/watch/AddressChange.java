package webhookinspector.watch;

import java.util.List;
import java.util.stream.Collectors;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.inspection.Harmless;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;

/**
 * An address no longer leads to this receiver, or does again.
 *
 * @param ping the one that decided
 * @param inboxes whose webhooks target it
 */
public record AddressChange(SelfPing ping, List<Inbox> inboxes) implements News {

  public AddressChange {
    inboxes = List.copyOf(inboxes);
  }

  @Override
  public Alert alert() {
    InboxName only = inboxes.size() == 1 ? inboxes.getFirst().name() : null;
    return ping.ok()
        ? new Alert(ping.at(), only, "address-back", Level.GOOD, back())
        : new Alert(ping.at(), only, "address-lost", Level.ALARM, lost());
  }

  private String back() {
    return Harmless.text(ping.address() + " leads to this receiver again" + who());
  }

  private String lost() {
    String anew =
        inboxes.stream()
            .map(inbox -> inbox.webhook() == null ? "" : inbox.webhook().commandToCreateAgain())
            .findFirst()
            .map(command -> "; if it has changed for good: " + command)
            .orElse("");
    return Harmless.text(
        ping.address()
            + " does not lead to this receiver: "
            + ping.because()
            + who()
            + ". Next: bring the tunnel or proxy back"
            + anew);
  }

  private String who() {
    if (inboxes.isEmpty()) {
      return "";
    }
    String names =
        inboxes.stream().limit(5).map(i -> i.name().text()).collect(Collectors.joining(", "));
    String more = inboxes.size() > 5 ? " and " + (inboxes.size() - 5) + " more" : "";
    return "; webhooks that target it: " + names + more;
  }
}
