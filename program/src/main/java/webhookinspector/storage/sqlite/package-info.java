/**
 * How a SQLite file of ours is opened, checked and brought up to date. Used by the SQLite adapters
 * of the rooms above; knows none of their tables.
 */
@NullMarked
package webhookinspector.storage.sqlite;

import org.jspecify.annotations.NullMarked;
