package webhookinspector.subscriptions;

import java.net.URI;
import java.util.List;
import webhookinspector.subscription.Filter;
import webhookinspector.world.Item;

/** A webhook that is asked for and has not shaken hands yet. */
public record Draft(Caller owner, Item resource, URI target, List<Filter> filters) {

  public Draft {
    filters = List.copyOf(filters);
  }

  boolean isTwinOf(LiveWebhook other) {
    return owner.isSameAs(other.owner())
        && resource.equals(other.resource())
        && target.equals(other.target());
  }
}
