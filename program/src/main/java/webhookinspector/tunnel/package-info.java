/** A public address for the receiver port. A port, with an adapter for each tunnel program. */
@NullMarked
package webhookinspector.tunnel;

import org.jspecify.annotations.NullMarked;
