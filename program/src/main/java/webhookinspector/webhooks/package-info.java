/**
 * The stories around webhooks at Asana: created behind an open window for the handshake, tidied
 * after a crash, updated, removed. Remembers which are ours, and removes nothing else unless it is
 * named.
 */
@NullMarked
package webhookinspector.webhooks;

import org.jspecify.annotations.NullMarked;
