/** One class a command: reads arguments, calls one thing, prints, returns an exit code. */
@NullMarked
package webhookinspector.cli;

import org.jspecify.annotations.NullMarked;
