package webhookinspector.ledger;

import java.time.Instant;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;

/**
 * A delivery's place and size, without its bytes.
 *
 * @param keptAt when it came here: of an imported one that is later than its arrival elsewhere
 * @param bytes of body and headers
 * @param quarantined whether it is in the quarantine
 */
public record Stored(
    Position position, DeliveryId id, Instant keptAt, long bytes, boolean quarantined) {}
