package webhookinspector.app;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.registry.Registry;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.web.InboxLine;
import webhookinspector.web.Refusal;

/** The inboxes as the operator sees them, and the armed minute. */
final class Inboxes {

  private final Registry registry;
  private final Handshakes handshakes;
  private final Supplier<URI> shownAddress;
  private final InstantSource clock;
  private final Map<InboxName, Instant> armedUntil = new ConcurrentHashMap<>();

  /**
   * @param shownAddress the public address, or the receiver's own when there is none
   */
  Inboxes(
      Registry registry, Handshakes handshakes, Supplier<URI> shownAddress, InstantSource clock) {
    this.registry = registry;
    this.handshakes = handshakes;
    this.shownAddress = shownAddress;
    this.clock = clock;
  }

  List<InboxLine> list() {
    return registry.inboxes().stream().map(this::line).toList();
  }

  InboxLine arm(String text) {
    InboxName name = new InboxName(text);
    Inbox inbox = registry.find(name).orElseGet(() -> make(name));
    if (inbox.secrets().confirmed() != null) {
      throw Refusal.notPossibleNow(
          "inbox: " + name + " has its secret for good (expected: one without)",
          "Arm another name; a new inbox is made for it.");
    }
    Instant end = clock.instant().plus(Handshakes.LONGEST_WINDOW);
    handshakes.arm(name, Handshakes.LONGEST_WINDOW);
    armedUntil.put(name, end);
    return line(registry.find(name).orElse(inbox));
  }

  InboxLine settle(String text) {
    InboxName name = new InboxName(text);
    Inbox inbox =
        registry
            .find(name)
            .orElseThrow(
                () ->
                    Refusal.notFound(
                        "inbox: " + name + " (expected: a known one)",
                        "`inspector inboxes list` shows them."));
    if (inbox.secrets().confirmed() == null) {
      handshakes.settle(name);
      armedUntil.remove(name);
    }
    return line(registry.find(name).orElse(inbox));
  }

  private Inbox make(InboxName name) {

    Inbox inbox = new Inbox(name, InboxKey.random(new SecureRandom()), Secrets.NONE, null);
    registry.save(inbox);
    return inbox;
  }

  private InboxLine line(Inbox inbox) {
    OwnWebhook webhook = inbox.webhook();
    Secret confirmed = inbox.secrets().confirmed();
    boolean open = handshakes.isOpen(inbox.name());
    return new InboxLine(
        inbox.name().text(),
        webhook != null
            ? webhook.target()
            : URI.create(shownAddress.get() + "/in/" + inbox.key().text()),
        webhook == null ? null : webhook.resource(),
        webhook == null ? null : webhook.gid(),
        confirmed != null ? "settled" : open ? "open" : "closed",
        confirmed == null ? null : confirmed.fingerprint(),
        inbox.secrets().candidates().size(),
        open ? armed(inbox.name()) : null);
  }

  private @Nullable Instant armed(InboxName name) {
    return armedUntil.get(name);
  }
}
