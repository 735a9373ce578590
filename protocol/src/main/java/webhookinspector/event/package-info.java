/**
 * What is inside a body: events, changes, references. Tolerates everything that Asana was ever seen
 * to send; never throws for a body. May use {@code delivery} only.
 */
@NullMarked
package webhookinspector.event;

import org.jspecify.annotations.NullMarked;
