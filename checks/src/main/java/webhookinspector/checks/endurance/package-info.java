/** How the program bears readers that stall, restarts, and hours. */
@NullMarked
package webhookinspector.checks.endurance;

import org.jspecify.annotations.NullMarked;
