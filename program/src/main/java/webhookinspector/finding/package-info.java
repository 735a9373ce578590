/**
 * Looking back: which delivery comes before another, what happened to one resource, where words
 * stand. Asks history and ledger, changes nothing, and knows neither ports nor commands.
 */
@NullMarked
package webhookinspector.finding;

import org.jspecify.annotations.NullMarked;
