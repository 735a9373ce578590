/** The promises, proved on the running program. */
@NullMarked
package webhookinspector.checks;

import org.jspecify.annotations.NullMarked;
