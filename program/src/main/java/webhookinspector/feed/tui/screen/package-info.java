/**
 * What a terminal shows, as values: lines of styled text for so many columns and rows, and the
 * escape sequences that turn one such picture into the next. Knows no terminal.
 */
@NullMarked
package webhookinspector.feed.tui.screen;

import org.jspecify.annotations.NullMarked;
