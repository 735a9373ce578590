/**
 * The subscription at Asana: webhooks, their filters, and the filters that can never match. May use
 * {@code event} only.
 */
@NullMarked
package webhookinspector.subscription;

import org.jspecify.annotations.NullMarked;
