/**
 * What arrived, raw: bytes and headers exactly as they came. Knows nothing of Asana, JSON or trust.
 */
@NullMarked
package webhookinspector.delivery;

import org.jspecify.annotations.NullMarked;
