/** The registry in one SQLite file, read from memory and written through. */
@NullMarked
package webhookinspector.registry.sqlite;

import org.jspecify.annotations.NullMarked;
