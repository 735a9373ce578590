/** The ledger in one SQLite file, with one writer whose commits many callers share. */
@NullMarked
package webhookinspector.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
