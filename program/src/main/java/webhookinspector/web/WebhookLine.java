package webhookinspector.web;

import org.jspecify.annotations.Nullable;
import webhookinspector.subscription.Webhook;
import webhookinspector.watch.WebhookHealth;

/**
 * A webhook at Asana, and what it is to us.
 *
 * @param ours whether this data folder created it
 * @param inbox the inbox that it targets, or null when it targets somebody else
 * @param health how it is doing; of somebody else's, as far as Asana's record tells
 */
public record WebhookLine(
    Webhook webhook, boolean ours, @Nullable String inbox, WebhookHealth health) {}
