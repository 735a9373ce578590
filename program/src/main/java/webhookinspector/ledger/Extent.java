package webhookinspector.ledger;

/**
 * How much a ledger holds, without the quarantine.
 *
 * @param bytes that deliveries take on disk
 */
public record Extent(long deliveries, long bytes) {}
