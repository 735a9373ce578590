package webhookinspector.webhooks;

import java.net.URI;
import java.util.List;
import webhookinspector.inbox.InboxKey;
import webhookinspector.subscription.Filter;

/**
 * A webhook that somebody wants.
 *
 * @param resource gid of what it shall watch
 * @param base under which Asana reaches the receiver: public, or, for an Asana on loopback, the
 *     receiver's own address; without a trailing slash
 * @param filters empty: everything
 * @param keep whether it outlives this process
 */
public record Wish(String resource, URI base, List<Filter> filters, boolean keep) {

  public Wish {
    filters = List.copyOf(filters);
    base = URI.create(base.toString().replaceFirst("/+$", ""));
  }

  URI target(InboxKey key) {
    return URI.create(base + "/in/" + key.text());
  }
}
