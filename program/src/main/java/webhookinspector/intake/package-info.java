/**
 * The ack path: body, verdict, append, answer. Parses no JSON and waits for nothing but the ledger,
 * unless somebody wants late answers on purpose. Must not use history, feed, asana or anything
 * above.
 */
@NullMarked
package webhookinspector.intake;

import org.jspecify.annotations.NullMarked;
