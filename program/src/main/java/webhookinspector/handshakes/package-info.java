/**
 * The handshake rule at work: which inbox is open, which candidates it has, who wins the election.
 * Writes the registry before anything is echoed and has the ledger judge again afterwards.
 */
@NullMarked
package webhookinspector.handshakes;

import org.jspecify.annotations.NullMarked;
