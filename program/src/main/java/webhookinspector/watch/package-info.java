/**
 * Watches over the webhooks that we own: asks Asana how they fare, compares that with what arrives
 * here, and tells of each change. Changes nothing at Asana. Must not use {@code webhooks} or {@code
 * intake}.
 */
@NullMarked
package webhookinspector.watch;

import org.jspecify.annotations.NullMarked;
