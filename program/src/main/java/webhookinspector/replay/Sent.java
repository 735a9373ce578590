package webhookinspector.replay;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import webhookinspector.outbox.Attempt;
import webhookinspector.trust.Secret;

/**
 * A copy of a kept delivery that was sent, and what came of it.
 *
 * @param took as in the attempt, but exactly
 * @param signedWith the secret that signed it anew, or null when it kept its own signature
 */
public record Sent(Attempt attempt, Duration took, @Nullable Secret signedWith) {}
