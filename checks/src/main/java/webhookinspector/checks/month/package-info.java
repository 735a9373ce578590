/** A month at Asana, with everything that can happen to a laptop, a tunnel and a webhook. */
@NullMarked
package webhookinspector.checks.month;

import org.jspecify.annotations.NullMarked;
