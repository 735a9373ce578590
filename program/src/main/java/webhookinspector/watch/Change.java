package webhookinspector.watch;

import java.time.Instant;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.inspection.Harmless;
import webhookinspector.registry.Alert;

/**
 * A webhook came into another state.
 *
 * @param inbox that it targets
 * @param line how it is doing now
 */
public record Change(InboxName inbox, Health before, WebhookHealth line, Instant at)
    implements News {

  static Change of(Inbox inbox, Course before, Course after, Instant at) {
    return new Change(inbox.name(), before.health(), Portrait.of(inbox, after, null), at);
  }

  /** Whether it is about an address, of which {@link AddressChange} tells once for all. */
  boolean ofAddressOnly() {
    boolean good = line.word() == Word.WELL && before.word() == Word.UNREACHED;
    return good || line.word() == Word.UNREACHED;
  }

  @Override
  public boolean quiet() {
    return before.word() == Word.UNKNOWN && before.level().isGood() && line.level().isGood();
  }

  @Override
  public Alert alert() {
    String who = "webhook " + line.webhook() + " (" + inbox + ")";
    String first = line.sentences().getFirst();
    String next = line.next() == null ? "" : ". Next: " + line.next();
    return new Alert(
        at,
        inbox,
        "webhook-" + line.word().word(),
        line.level(),
        Harmless.text(who + " is " + line.word().word() + ": " + first + next));
  }
}
