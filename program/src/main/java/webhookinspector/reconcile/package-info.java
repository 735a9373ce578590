/**
 * Proves that nothing is missing, or says what is: what a webhook told, what the events stream of
 * the same resource told, and what Asana says has changed are laid side by side. May not touch
 * receiver, history or the feed; changes nothing.
 */
@NullMarked
package webhookinspector.reconcile;

import org.jspecify.annotations.NullMarked;
