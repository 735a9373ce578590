/** What of a stranger's bytes reaches a terminal or a log. */
@NullMarked
package webhookinspector.checks.terminal;

import org.jspecify.annotations.NullMarked;
