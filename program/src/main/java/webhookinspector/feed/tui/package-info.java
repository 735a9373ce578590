/**
 * The full-screen view: a loop that carries what is told, keys and answers to the model, and
 * pictures to the terminal. The pure parts lie beneath: {@code model}, {@code layout}, {@code
 * screen}; only {@code jline} knows the terminal library.
 */
@NullMarked
package webhookinspector.feed.tui;

import org.jspecify.annotations.NullMarked;
