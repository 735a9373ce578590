/** What nobody may reach through the admin port, or past it. */
@NullMarked
package webhookinspector.checks.admin;

import org.jspecify.annotations.NullMarked;
