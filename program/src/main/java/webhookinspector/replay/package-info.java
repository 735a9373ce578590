/**
 * Sends kept deliveries again, byte for byte. May use {@code ledger} and {@code egress}; changes
 * neither.
 */
@NullMarked
package webhookinspector.replay;

import org.jspecify.annotations.NullMarked;
