/**
 * Answers on purpose: what goes back to the sender instead of our own answer, to see what Asana
 * makes of it. Changes nothing about what is kept, and never turns what was not kept into a 200.
 */
@NullMarked
package webhookinspector.answers;

import org.jspecify.annotations.NullMarked;
