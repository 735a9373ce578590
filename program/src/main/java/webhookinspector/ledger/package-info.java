/**
 * The truth: deliveries in the order in which they came, on disk before anyone is told. A port; the
 * technology lives one level below. Knows nothing of JSON, events or history.
 */
@NullMarked
package webhookinspector.ledger;

import org.jspecify.annotations.NullMarked;
