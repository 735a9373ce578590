/** What is given to others: built twice, unpacked, installed, started. */
@NullMarked
package webhookinspector.checks.release;

import org.jspecify.annotations.NullMarked;
