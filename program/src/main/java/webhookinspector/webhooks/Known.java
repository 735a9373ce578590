package webhookinspector.webhooks;

import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.InboxName;
import webhookinspector.subscription.Webhook;

/**
 * A webhook at Asana, and what it is to us.
 *
 * @param inbox the inbox of ours that it was created for, or null when we did not create it
 */
public record Known(Webhook webhook, @Nullable InboxName inbox) {

  /** Whether this data folder created it. */
  public boolean ours() {
    return inbox != null;
  }
}
