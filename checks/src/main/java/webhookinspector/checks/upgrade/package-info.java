/** Files of every schema that there ever was, in the hands of today's program. */
@NullMarked
package webhookinspector.checks.upgrade;

import org.jspecify.annotations.NullMarked;
