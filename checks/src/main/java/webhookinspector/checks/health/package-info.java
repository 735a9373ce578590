/** Months of outages, watched over. */
@NullMarked
package webhookinspector.checks.health;

import org.jspecify.annotations.NullMarked;
