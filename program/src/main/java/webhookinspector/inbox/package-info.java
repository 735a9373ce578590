/**
 * What a delivery is to us: its inbox, id, place in the order, source and judgement; and what a gap
 * between deliveries is. Values only; no input or output. May use the protocol library and nothing
 * else.
 */
@NullMarked
package webhookinspector.inbox;

import org.jspecify.annotations.NullMarked;
