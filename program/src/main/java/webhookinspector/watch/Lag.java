package webhookinspector.watch;

/**
 * How late events reach us, from {@code created_at} by Asana's clock to arrival by ours.
 *
 * @param events of how many, the newest 1,000 at most
 * @param p50 in milliseconds, like all that follow; negative when our clock is behind Asana's
 */
public record Lag(int events, long p50, long p90, long p99, long max) {}
