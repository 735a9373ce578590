/**
 * Tells watchers what happened, as lines with a type. Watchers may be slow, fail or leave without
 * harm to anyone else. Never on the ack path.
 */
@NullMarked
package webhookinspector.feed;

import org.jspecify.annotations.NullMarked;
