package webhookinspector.inbox;

import webhookinspector.delivery.Delivery;

/**
 * A delivery with what we decided about it, ready to be kept.
 *
 * @param delivery raw; of a handshake the value of {@code X-Hook-Secret} is already replaced by its
 *     fingerprint
 * @param answer the HTTP status that goes, or went, back
 */
public record Judged(
    DeliveryId id,
    InboxName inbox,
    Source source,
    Delivery delivery,
    Judgement judgement,
    int answer) {}
