/**
 * HTTP/1.1 written on a socket. The common clients change what they send: they merge header lines
 * of one name, fold case or add lines of their own, and a copy must be a copy.
 */
@NullMarked
package webhookinspector.egress.socket;

import org.jspecify.annotations.NullMarked;
