package webhookinspector.web;

import org.jspecify.annotations.Nullable;
import webhookinspector.feed.Line;

/**
 * What came of sending one delivery again.
 *
 * @param fingerprint of the secret that signed it anew, or null when it kept its own signature
 * @param secret that one itself where it was made for this alone; never an inbox's
 */
public record SentAgain(
    Line.OfAttempt attempt, @Nullable String fingerprint, @Nullable String secret) {}
