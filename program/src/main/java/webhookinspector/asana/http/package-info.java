/**
 * Asana's REST API over the JDK's HTTP client. The token enters one header and nothing else: no
 * message, no log, no exception.
 */
@NullMarked
package webhookinspector.asana.http;

import org.jspecify.annotations.NullMarked;
