/** The public address of an ngrok agent: one that runs already, or one that we start. */
@NullMarked
package webhookinspector.tunnel.ngrok;

import org.jspecify.annotations.NullMarked;
