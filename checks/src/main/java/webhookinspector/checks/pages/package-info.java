/**
 * The commands that README and docs show, found on the pages and typed in a prepared place. Knows
 * the program by its command line and its admin port alone.
 */
@NullMarked
package webhookinspector.checks.pages;

import org.jspecify.annotations.NullMarked;
