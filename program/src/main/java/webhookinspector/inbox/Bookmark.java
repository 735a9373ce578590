package webhookinspector.inbox;

import java.time.Instant;

/**
 * Where a stream goes on. A page of events that is kept holds the token behind it, so the newest
 * kept page counts if it lies behind {@code position}; otherwise this token does.
 *
 * @param resource gid of what the stream tells about
 * @param sync the token to ask with; opaque
 * @param position the ledger's end when the token was given; kept pages up to there are older
 * @param at our clock, just before Asana was asked for it: what happened earlier is told
 */
public record Bookmark(String resource, String sync, Position position, Instant at) {}
