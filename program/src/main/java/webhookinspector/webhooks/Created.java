package webhookinspector.webhooks;

import java.util.List;
import webhookinspector.inbox.Inbox;
import webhookinspector.subscription.Webhook;

/**
 * A webhook that exists now.
 *
 * @param inbox with its confirmed secret
 * @param remarks what an operator should know although it worked, a line each; mostly empty
 */
public record Created(Inbox inbox, Webhook webhook, List<String> remarks) {

  public Created {
    remarks = List.copyOf(remarks);
  }
}
