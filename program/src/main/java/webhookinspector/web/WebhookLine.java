package webhookinspector.web;

import org.jspecify.annotations.Nullable;
import webhookinspector.subscription.Webhook;

/**
 * A webhook at Asana, and what it is to us.
 *
 * @param ours whether this data folder created it
 * @param inbox the inbox that it targets, or null when it targets somebody else
 */
public record WebhookLine(Webhook webhook, boolean ours, @Nullable String inbox) {}
