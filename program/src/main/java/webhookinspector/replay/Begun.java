package webhookinspector.replay;

import org.jspecify.annotations.Nullable;
import webhookinspector.feed.ReplayLine;
import webhookinspector.trust.Secret;

/**
 * A replay that has begun, or would.
 *
 * @param thrownAway the secret that was made for it alone, or null
 */
public record Begun(ReplayLine line, @Nullable Secret thrownAway) {}
