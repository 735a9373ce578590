/**
 * Asana's REST API as far as we call it. A port; the technology lives one level below. The token
 * never leaves it.
 */
@NullMarked
package webhookinspector.asana;

import org.jspecify.annotations.NullMarked;
