package webhookinspector.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.asana.Loopback;
import webhookinspector.handshakes.SecondLook;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.ledger.NotKept;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;
import webhookinspector.webhooks.Tidied;

/** Ends what earlier runs could not end, and tells what became of it. */
final class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  private final Core core;
  private final InstantSource clock;

  Leftovers(Core core, InstantSource clock) {
    this.core = core;
    this.clock = clock;
  }

  /** Creations that were cut off; asks Asana only where there is one. */
  void endCutOffCreations() {
    tell(core.webhooks().tidy());
  }

  /** Webhooks that were to end with the run that created them. */
  void removeForgottenWebhooks() {
    tell(core.webhooks().removeLeftovers());
  }

  /** What this run created and was not to keep, and what it was still creating. */
  void removeOwn() {
    tell(core.webhooks().removeOwn());
  }

  /**
   * Inboxes whose minute, armed by hand, was cut off: what it would have decided is decided now.
   */
  static void settleArmed(Core core) {
    core.handshakes().unfinished().stream()
        .filter(inbox -> inbox.webhook() == null)
        .forEach(inbox -> core.handshakes().settle(inbox.name()));
  }

  /** What was refused with a secret that has been put right since. */
  static void lookAgain(Core core) {
    try {
      new SecondLook(core.registry(), core.ledger())
          .take()
          .forEach(
              (inbox, count) ->
                  core.alerts()
                      .accept(
                          new Alert(
                              core.clock().instant(),
                              inbox,
                              "judged-again",
                              Level.GOOD,
                              count
                                  + " deliveries that had been refused are authentic after all: the"
                                  + " inbox has its secret back")));
    } catch (NotKept e) {
      LOG.warn("the quarantine was not judged again: {}", e.getMessage());
    }
  }

  /**
   * The local Asana is new: what one before it had is gone, and cannot be asked for.
   *
   * @param resources what it has under the same gids as the one before
   */
  void forgetEarlierLocalAsana(List<String> resources) {
    resources.forEach(core.registry()::forgetBookmark);
    core.registry().inboxes().stream()
        .filter(Leftovers::wasLocal)
        .forEach(inbox -> core.registry().remove(inbox.name()));
  }

  private static boolean wasLocal(Inbox inbox) {
    OwnWebhook webhook = inbox.webhook();
    return webhook != null && !webhook.keep() && Loopback.is(webhook.target().getHost());
  }

  private void tell(List<Tidied> tidied) {
    Instant now = clock.instant();
    for (Tidied one : tidied) {
      LOG.info("{}: {}", one.inbox(), one.sentence());
      if (!one.done()) {
        core.alerts().accept(new Alert(now, one.inbox(), "tidied", one.sentence()));
      }
    }
  }
}
