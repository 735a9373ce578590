/**
 * Deliveries on their way into a file: what is left out of it or given another name, and the
 * formats. Reads history and ledger; writes into a stream that somebody else opened. Never sees a
 * secret but the one that it makes up for a redacted file.
 */
@NullMarked
package webhookinspector.export;

import org.jspecify.annotations.NullMarked;
