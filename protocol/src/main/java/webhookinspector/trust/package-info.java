/**
 * Whether a delivery can be believed: secrets, signatures, the handshake rule, verdicts. Pure: no
 * input or output, no clock, no store. May use {@code delivery} only.
 */
@NullMarked
package webhookinspector.trust;

import org.jspecify.annotations.NullMarked;
