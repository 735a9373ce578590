package webhookinspector.webhooks;

import java.util.Objects;
import java.util.Optional;
import webhookinspector.asana.Asana;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;
import webhookinspector.event.Ref;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.registry.Registry;
import webhookinspector.subscription.Webhook;

/** Ends what a run began and could not end: creations without an answer, webhooks not removed. */
final class Tidying {

  private final Asana asana;
  private final AtAsana atAsana;
  private final Registry registry;
  private final Handshakes handshakes;

  Tidying(Asana asana, Registry registry, Handshakes handshakes) {
    this.asana = asana;
    this.atAsana = new AtAsana(asana);
    this.registry = registry;
    this.handshakes = handshakes;
  }

  /**
   * A creation that was never finished: adopted if the 201 had already named the secret, otherwise
   * removed at Asana, because nobody can tell its secret any more.
   */
  Tidied unfinished(Inbox inbox) {
    OwnWebhook own = own(inbox);
    try {
      Ref resource = asana.resource(own.resource());
      Optional<Webhook> there = atAsana.find(resource, own.target());
      if (there.isPresent() && inbox.secrets().confirmed() != null) {
        registry.save(inbox.with(own.withGid(there.get().gid())));
        return done(inbox, "webhook " + there.get().gid() + " is ours after all; it goes on");
      }
      there.ifPresent(webhook -> atAsana.remove(webhook.gid()));
      forget(inbox);
      return done(
          inbox,
          there
              .map(webhook -> "removed webhook " + webhook.gid() + ", whose creation was cut off")
              .orElse("its creation was cut off; Asana has no webhook of it"));
    } catch (AsanaRefused | AsanaUnreachable e) {
      return new Tidied(
          inbox.name(),
          false,
          "its creation was cut off, and Asana's list cannot be read: "
              + firstLine(e)
              + "; the next start looks again");
    }
  }

  /** A webhook that was to end with the run that made it. */
  Tidied remove(Inbox inbox) {
    String gid = Objects.requireNonNull(own(inbox).gid(), "only finished ones come here");
    try {
      boolean wasThere = atAsana.remove(gid);
      forget(inbox);
      return done(inbox, wasThere ? "removed webhook " + gid : "webhook " + gid + " was gone");
    } catch (AsanaRefused | AsanaUnreachable e) {
      return new Tidied(
          inbox.name(),
          false,
          "webhook "
              + gid
              + " could not be removed: "
              + firstLine(e)
              + ". Delete it later: inspector webhooks delete "
              + gid);
    }
  }

  private void forget(Inbox inbox) {
    handshakes.close(inbox.name());
    registry.remove(inbox.name());
  }

  private static Tidied done(Inbox inbox, String sentence) {
    return new Tidied(inbox.name(), true, sentence);
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  private static OwnWebhook own(Inbox inbox) {
    return Objects.requireNonNull(inbox.webhook(), "inboxes armed by hand have none");
  }
}
