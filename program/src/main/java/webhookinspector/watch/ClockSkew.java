package webhookinspector.watch;

/**
 * How our clock and Asana's differ.
 *
 * @param millis how far Asana's is ahead of ours; negative when it is behind
 * @param within so many milliseconds more or less
 * @param from {@code date}: the {@code Date} of the API's answers; {@code lag}: events that arrived
 *     before they had happened
 */
public record ClockSkew(long millis, long within, String from) {}
