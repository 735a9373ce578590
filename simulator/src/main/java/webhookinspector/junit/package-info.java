/**
 * The local Asana in JUnit tests: started per class or per method, always closed, and on a failure
 * it tells what happened. May use every room of this module; nothing uses it.
 */
@NullMarked
package webhookinspector.junit;

import org.jspecify.annotations.NullMarked;
