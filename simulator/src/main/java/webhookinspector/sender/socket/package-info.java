/**
 * HTTP/1.1 on plain and TLS sockets, written out so that the very bytes that were signed leave, and
 * cheap enough for 5,000 deliveries a second.
 */
@NullMarked
package webhookinspector.sender.socket;

import org.jspecify.annotations.NullMarked;
