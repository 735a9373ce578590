/**
 * Sends kept deliveries again, byte for byte. May read {@code ledger} and send through {@code
 * egress}; what came of it goes to {@code outbox}.
 */
@NullMarked
package webhookinspector.replay;

import org.jspecify.annotations.NullMarked;
