/** The history in one SQLite file beside the ledger's. */
@NullMarked
package webhookinspector.history.sqlite;

import org.jspecify.annotations.NullMarked;
