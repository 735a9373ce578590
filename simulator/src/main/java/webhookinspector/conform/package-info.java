/**
 * Judges anyone's receiver of Asana webhooks, in any language, from the outside: a little sender of
 * its own that can be as odd as the network, some seventy checks, and reports. May use {@code
 * delivery} and {@code trust} of the protocol library; knows nothing of the other rooms of the
 * simulator, so that a fault of theirs cannot hide one here.
 */
@NullMarked
package webhookinspector.conform;

import org.jspecify.annotations.NullMarked;
