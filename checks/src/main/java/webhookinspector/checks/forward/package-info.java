/** Checks of what is sent on to targets. */
@NullMarked
package webhookinspector.checks.forward;

import org.jspecify.annotations.NullMarked;
