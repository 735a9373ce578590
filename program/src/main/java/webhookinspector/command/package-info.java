/**
 * Runs a program of the user's, with a text on its standard input and nothing of ours in its
 * arguments. Knows nothing of what the text is about.
 */
@NullMarked
package webhookinspector.command;

import org.jspecify.annotations.NullMarked;
