/** Speed, measured beside a baseline. Not shipped. */
@NullMarked
package webhookinspector.bench;

import org.jspecify.annotations.NullMarked;
