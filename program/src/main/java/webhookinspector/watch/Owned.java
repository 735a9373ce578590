package webhookinspector.watch;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.registry.Registry;

/** The webhooks that we own, as the registry has them. */
final class Owned {

  private Owned() {}

  /** The inboxes whose webhook has a gid, by name. */
  static List<Inbox> in(Registry registry) {
    return registry.inboxes().stream().filter(Owned::isWatched).toList();
  }

  /** Whether it has a webhook that Asana has confirmed. */
  static boolean isWatched(Inbox inbox) {
    OwnWebhook own = inbox.webhook();
    return own != null && own.gid() != null;
  }

  static String gid(Inbox inbox) {
    return Objects.requireNonNull(webhook(inbox).gid(), "watched by its gid");
  }

  static OwnWebhook webhook(Inbox inbox) {
    return Objects.requireNonNull(inbox.webhook(), "watched for its webhook");
  }

  /**
   * Where it is delivered to, without {@code /in/KEY}: that is secret, and a proxy's path is not.
   */
  static String address(Inbox inbox) {
    return address(webhook(inbox).target());
  }

  static String address(URI target) {
    String text = target.toString();
    int key = text.lastIndexOf("/in/");
    return key < 0 ? text : text.substring(0, key);
  }
}
