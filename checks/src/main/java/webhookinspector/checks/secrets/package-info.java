/** Where a token and a webhook's secret may be, and where not. */
@NullMarked
package webhookinspector.checks.secrets;

import org.jspecify.annotations.NullMarked;
