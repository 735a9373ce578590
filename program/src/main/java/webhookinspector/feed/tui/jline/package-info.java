/** The terminal by JLine: raw mode, alternate screen, size, keys, signals. */
@NullMarked
package webhookinspector.feed.tui.jline;

import org.jspecify.annotations.NullMarked;
