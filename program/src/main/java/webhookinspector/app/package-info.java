/**
 * Chooses every technology and wires the rooms; the only reader of environment, clock and
 * randomness.
 */
@NullMarked
package webhookinspector.app;

import org.jspecify.annotations.NullMarked;
