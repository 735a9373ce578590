/** Proofs that only Asana can give an inbox its secret. */
@NullMarked
package webhookinspector.checks.trust;

import org.jspecify.annotations.NullMarked;
