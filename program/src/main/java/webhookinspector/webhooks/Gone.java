package webhookinspector.webhooks;

import webhookinspector.asana.AsanaRefused;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;

/** A webhook of ours that Asana does not know any more. It tells nobody when it deletes one. */
final class Gone {

  private static final int NOT_FOUND = 404;

  private Gone() {}

  static AsanaRefused explained(AsanaRefused e, Inbox inbox) {
    OwnWebhook own = inbox.webhook();
    if (e.status() != NOT_FOUND || own == null) {
      return e;
    }
    return new AsanaRefused(
        e.status(),
        e.messages(),
        "We created it on "
            + own.askedAt()
            + " for inbox "
            + inbox.name()
            + "; Asana has probably deleted it after 24 h without a successful delivery.\n"
            + "Create it again: "
            + own.commandToCreateAgain());
  }
}
