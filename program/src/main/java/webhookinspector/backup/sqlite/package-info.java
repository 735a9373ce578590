/** Copies and checks of SQLite files that others may be writing. */
@NullMarked
package webhookinspector.backup.sqlite;

import org.jspecify.annotations.NullMarked;
