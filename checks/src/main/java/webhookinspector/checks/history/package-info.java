/** How quickly a long history answers. */
@NullMarked
package webhookinspector.checks.history;

import org.jspecify.annotations.NullMarked;
