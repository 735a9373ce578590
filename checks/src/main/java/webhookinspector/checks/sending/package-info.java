/** Checks on what goes out again, and on who waits for what comes in. */
@NullMarked
package webhookinspector.checks.sending;

import org.jspecify.annotations.NullMarked;
