/**
 * Sends each believable delivery on to targets, from a position in the ledger and in a queue of its
 * own for each target: behind the ack path, at least once, and no target delays another. May read
 * {@code ledger} and {@code history} and send through {@code egress}; what is under way stands in
 * {@code outbox}. Changes no delivery.
 */
@NullMarked
package webhookinspector.forward;

import org.jspecify.annotations.NullMarked;
