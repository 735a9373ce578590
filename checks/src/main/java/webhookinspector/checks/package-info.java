/**
 * The promises of the program, each with the check that proves it on real processes, sockets and
 * files. {@code ./dev check} runs them at full size, the test run at a small one.
 */
@NullMarked
package webhookinspector.checks;

import org.jspecify.annotations.NullMarked;
