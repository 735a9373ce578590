/**
 * The ack path: body, verdict, append, answer. Parses no JSON and waits for nothing but the ledger,
 * unless somebody wants late answers on purpose or an app to answer. Must not use history, feed,
 * asana or anything above.
 */
@NullMarked
package webhookinspector.intake;

import org.jspecify.annotations.NullMarked;
