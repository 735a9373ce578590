/** Creates, adopts, updates and removes webhooks at Asana, and remembers which of them are ours. */
@NullMarked
package webhookinspector.webhooks;

import org.jspecify.annotations.NullMarked;
