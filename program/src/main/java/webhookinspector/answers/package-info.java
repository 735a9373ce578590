/**
 * What goes back to the sender instead of our own answer: something on purpose, to see what Asana
 * makes of it, or what somebody's app says. Changes nothing about what is kept, and never turns
 * what was not kept into a 200.
 */
@NullMarked
package webhookinspector.answers;

import org.jspecify.annotations.NullMarked;
