/**
 * Asana's REST calls, told by path, query and body, without a web server. May use every room below
 * it; the server is a technology one level below.
 */
@NullMarked
package webhookinspector.rest;

import org.jspecify.annotations.NullMarked;
