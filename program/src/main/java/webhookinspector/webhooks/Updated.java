package webhookinspector.webhooks;

import java.util.List;
import webhookinspector.subscription.Webhook;

/**
 * A webhook before and after its filters were replaced.
 *
 * @param remarks filters that never match, in words
 */
public record Updated(Webhook before, Webhook after, List<String> remarks) {

  public Updated {
    remarks = List.copyOf(remarks);
  }
}
