package webhookinspector.imports;

import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Delivery;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Origin;

/**
 * A delivery as a file tells of it.
 *
 * @param where in the file, such as {@code line 7}, for messages
 * @param origin how it came and what was decided, or null where the file does not tell
 * @param answer the HTTP status that was given, or 0
 */
record Claimed(
    String where,
    DeliveryId id,
    InboxName inbox,
    Delivery delivery,
    @Nullable Origin origin,
    int answer,
    Marking marking) {}
