package webhookinspector.replay;

import java.time.Duration;
import webhookinspector.inbox.DeliveryId;

/**
 * When a delivery leaves.
 *
 * @param after since the replay began
 */
record Departure(DeliveryId delivery, Duration after) {}
