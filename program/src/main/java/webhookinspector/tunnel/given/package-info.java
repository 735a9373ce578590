/** A public address that the user gave; who leads it to the receiver is not our business. */
@NullMarked
package webhookinspector.tunnel.given;

import org.jspecify.annotations.NullMarked;
