/** The outbox in one SQLite file, written and read through one connection. */
@NullMarked
package webhookinspector.outbox.sqlite;

import org.jspecify.annotations.NullMarked;
