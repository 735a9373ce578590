/**
 * How long and how much is kept. Drops by age, number and size what nobody holds on to, in small
 * steps behind the ack path, and never without a trace.
 */
@NullMarked
package webhookinspector.retention;

import org.jspecify.annotations.NullMarked;
