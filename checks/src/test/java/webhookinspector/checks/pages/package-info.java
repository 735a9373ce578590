/** How commands are found on pages. */
@NullMarked
package webhookinspector.checks.pages;

import org.jspecify.annotations.NullMarked;
