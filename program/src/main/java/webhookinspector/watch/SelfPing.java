package webhookinspector.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an address that webhooks target leads to this very receiver.
 *
 * @param address without path and key, such as {@code https://inspector.example.com}
 * @param ok whether the last ping came back
 * @param at of the last ping
 * @param since when {@code ok} last changed
 * @param millis there and back, or null when it did not come back
 * @param because what went wrong, one line, or null
 */
public record SelfPing(
    String address,
    boolean ok,
    Instant at,
    Instant since,
    @Nullable Long millis,
    @Nullable String because) {}
