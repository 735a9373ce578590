package webhookinspector.inbox;

import org.jspecify.annotations.Nullable;
import webhookinspector.trust.Secrets;

/**
 * Our address that one webhook targets. Two inboxes never share a key or a secret.
 *
 * @param webhook what it was opened for, or null for one that waits to be armed by hand
 */
public record Inbox(InboxName name, InboxKey key, Secrets secrets, @Nullable OwnWebhook webhook) {

  /** The same inbox with other secrets. */
  public Inbox with(Secrets next) {
    return new Inbox(name, key, next, webhook);
  }

  /** The same inbox with what is now known of its webhook. */
  public Inbox with(@Nullable OwnWebhook next) {
    return new Inbox(name, key, secrets, next);
  }
}
