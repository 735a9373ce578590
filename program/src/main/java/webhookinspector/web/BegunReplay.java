package webhookinspector.web;

import org.jspecify.annotations.Nullable;
import webhookinspector.feed.ReplayLine;

/**
 * A replay of many that has begun or, in a dry run, would.
 *
 * @param secret that signs all of it where it was made for this alone, or null
 */
public record BegunReplay(ReplayLine line, @Nullable String secret) {}
