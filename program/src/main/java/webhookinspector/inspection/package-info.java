/**
 * What we make of a delivery: its kind, its events, the sentence a person reads. Pure; may use
 * {@code inbox} and the protocol library.
 */
@NullMarked
package webhookinspector.inspection;

import org.jspecify.annotations.NullMarked;
