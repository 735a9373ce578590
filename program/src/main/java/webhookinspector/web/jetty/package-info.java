/**
 * The admin port on Jetty. Every request passes, in this order: the host list, the signs of a
 * proxy, the origin, the key, and only then the routes. Threads of its own, so that a flood at the
 * receiver cannot silence it.
 */
@NullMarked
package webhookinspector.web.jetty;

import org.jspecify.annotations.NullMarked;
