package webhookinspector.ledger;

import java.time.Instant;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;

/**
 * What tells a kept delivery from another one, without its bytes.
 *
 * @param sha256 of the body, as it was stored with it
 */
public record Stamp(DeliveryId id, InboxName inbox, Instant receivedAt, String sha256) {}
