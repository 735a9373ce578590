package webhookinspector.replay;

import java.time.Instant;
import webhookinspector.inbox.DeliveryId;

/**
 * A delivery that shall be sent again.
 *
 * @param position where it stands in the ledger; decides between two that came at the same moment
 */
record Chosen(DeliveryId delivery, long position, Instant receivedAt) {}
