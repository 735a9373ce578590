package webhookinspector.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What a file says of a delivery that was imported: how it came to whoever received it, and what
 * was decided there. A claim, which nothing here has proved; kept so that another export says the
 * same.
 *
 * @param source how it reached them
 * @param judgement theirs, or null where the file does not tell
 */
public record Origin(Source source, @Nullable Judgement judgement) {}
