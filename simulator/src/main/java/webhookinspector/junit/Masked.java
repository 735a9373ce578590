package webhookinspector.junit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.sender.Attempt;
import webhookinspector.trust.Handshake;

/** A text without the secrets of the webhooks, wherever they stand in it. */
final class Masked {

  private static final int TOO_SHORT_TO_TELL = 8;

  private Masked() {}

  /**
   * @param attempts the handshakes among them know the secrets
   * @param token of the simulator, if it demands one
   */
  static String of(String text, List<Attempt> attempts, @Nullable String token) {
    String masked = text;
    Stream<String> secrets =
        attempts.stream().flatMap(each -> each.headers().all(Handshake.HEADER).stream());
    for (String secret : Stream.concat(secrets, Stream.ofNullable(token)).toList()) {
      if (secret.length() >= TOO_SHORT_TO_TELL) {
        masked = masked.replace(secret, "•••");
      }
    }
    return Objects.requireNonNull(masked);
  }
}
