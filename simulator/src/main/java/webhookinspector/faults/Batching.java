package webhookinspector.faults;

import java.time.Duration;

/**
 * How events become deliveries.
 *
 * @param window how long the first event waits for others
 * @param cap most events in one body
 */
public record Batching(Duration window, int cap) {}
