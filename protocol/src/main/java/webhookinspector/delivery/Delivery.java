package webhookinspector.delivery;

import java.time.Instant;

/**
 * One HTTP request that reached an inbox, kept exactly as it came.
 *
 * @param receivedAt the receiver's clock, UTC, once the last body byte was read
 * @param headers all of them, in the order and case in which they came
 * @param body the raw bytes; may be empty, as in a handshake
 */
public record Delivery(Instant receivedAt, Headers headers, Body body) {}
