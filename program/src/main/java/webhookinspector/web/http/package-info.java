/** Asks the holder of a data folder through its admin port. */
@NullMarked
package webhookinspector.web.http;

import org.jspecify.annotations.NullMarked;
