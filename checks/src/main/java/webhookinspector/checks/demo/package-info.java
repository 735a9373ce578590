/** What a newcomer sees first, run as a newcomer runs it. */
@NullMarked
package webhookinspector.checks.demo;

import org.jspecify.annotations.NullMarked;
