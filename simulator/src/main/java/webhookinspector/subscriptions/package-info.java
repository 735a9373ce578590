/**
 * Who watches what: webhooks, their filters, limits and health, and the streams of the events
 * endpoint. Sends nothing. May use {@code world} and protocol.
 */
@NullMarked
package webhookinspector.subscriptions;

import org.jspecify.annotations.NullMarked;
