/**
 * How the model of the full-screen view is laid out: pictures for any number of columns and rows,
 * computed from values alone. Knows no terminal.
 */
@NullMarked
package webhookinspector.feed.tui.layout;

import org.jspecify.annotations.NullMarked;
