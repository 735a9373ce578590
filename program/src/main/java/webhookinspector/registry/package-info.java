/**
 * Inboxes, the webhooks we own, their secrets, alerts, gaps and bookmarks: what outlives a run. A
 * port. The only room that stores secrets.
 */
@NullMarked
package webhookinspector.registry;

import org.jspecify.annotations.NullMarked;
