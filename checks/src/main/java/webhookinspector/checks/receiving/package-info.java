/** Proofs on the public port, with the real program behind it: threats A to C and J. */
@NullMarked
package webhookinspector.checks.receiving;

import org.jspecify.annotations.NullMarked;
