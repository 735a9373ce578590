package webhookinspector.webhooks;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import webhookinspector.asana.Asana;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.event.Ref;
import webhookinspector.subscription.Webhook;

/** Finds and removes webhooks by what we know of them even without their gid. */
final class AtAsana {

  private static final int GONE = 404;

  private final Asana asana;

  AtAsana(Asana asana) {
    this.asana = asana;
  }

  /** The one on that resource with that target; a user can have only one (403 otherwise). */
  Optional<Webhook> find(Ref resource, URI target) {
    String workspace = asana.workspaceOf(resource).gid();
    List<Webhook> there = asana.webhooks(workspace, resource.gid());
    return there.stream().filter(webhook -> webhook.target().equals(target)).findFirst();
  }

  /**
   * Removes the one on that resource with that target, if there is one.
   *
   * @return its gid
   */
  Optional<String> remove(Ref resource, URI target) {
    Optional<Webhook> found = find(resource, target);
    found.ifPresent(webhook -> remove(webhook.gid()));
    return found.map(Webhook::gid);
  }

  /**
   * Removes it; one that is gone already is as good.
   *
   * @return whether it was still there
   */
  boolean remove(String gid) {
    try {
      asana.delete(gid);
      return true;
    } catch (AsanaRefused e) {
      if (e.status() == GONE) {
        return false;
      }
      throw e;
    }
  }
}
