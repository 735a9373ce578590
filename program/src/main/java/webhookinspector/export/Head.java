package webhookinspector.export;

import org.jspecify.annotations.Nullable;
import webhookinspector.trust.Secret;

/**
 * What a file says about itself. Nothing that differs from run to run but for a made-up secret.
 *
 * @param throwAway of {@link Signatures#THROW_AWAY} the secret; otherwise null
 */
public record Head(Signatures signatures, @Nullable Secret throwAway) {

  /** Of the files themselves; another one is another format. */
  public static final int VERSION = 1;
}
