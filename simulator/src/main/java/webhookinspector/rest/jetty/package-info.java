/** The REST room behind Jetty, on loopback only. */
@NullMarked
package webhookinspector.rest.jetty;

import org.jspecify.annotations.NullMarked;
