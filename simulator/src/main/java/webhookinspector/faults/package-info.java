/**
 * The ways in which the local Asana may misbehave, as a port that the sender and the REST room
 * consult. May use protocol only, so that a script of faults needs nothing else.
 */
@NullMarked
package webhookinspector.faults;

import org.jspecify.annotations.NullMarked;
