/** Proofs that the events stream loses and doubles nothing. */
@NullMarked
package webhookinspector.checks.stream;

import org.jspecify.annotations.NullMarked;
