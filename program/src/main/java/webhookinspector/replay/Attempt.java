package webhookinspector.replay;

import java.time.Instant;
import webhookinspector.egress.Outcome;
import webhookinspector.egress.Target;
import webhookinspector.inbox.DeliveryId;

/**
 * One try to send a kept delivery to a target.
 *
 * @param at our clock, when it began
 */
public record Attempt(DeliveryId delivery, Target target, Instant at, Outcome outcome) {}
