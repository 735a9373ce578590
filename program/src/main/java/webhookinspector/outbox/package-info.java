/**
 * What was sent out and what came of it. A port; the technology lives one level below. Durable, but
 * not the truth about deliveries: those are the ledger's. Sends nothing itself, so it knows no
 * network.
 */
@NullMarked
package webhookinspector.outbox;

import org.jspecify.annotations.NullMarked;
