/**
 * Inboxes, the webhooks we own, their secrets, and alerts: what outlives a run. A port. The only
 * room that stores secrets.
 */
@NullMarked
package webhookinspector.registry;

import org.jspecify.annotations.NullMarked;
