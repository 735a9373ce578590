package webhookinspector.trust;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;

/**
 * Whether a delivery can be believed and, if not, why. Never holds a secret or the signature that
 * we expected.
 */
public sealed interface Verdict {

  /**
   * Judges one delivery.
   *
   * @param secret the one that Asana and this inbox share, or null when there is none; then nothing
   *     is believed
   */
  static Verdict of(Headers headers, Body body, @Nullable Secret secret) {
    String value = null;
    int count = 0;
    for (Header line : headers) {
      if (line.isNamed(Signature.HEADER)) {
        value = count++ == 0 ? line.value() : value;
      }
    }
    if (value == null) {
      return new Unsigned();
    }
    if (count > 1) {
      return new Forged(
          value, "there are " + count + " " + Signature.HEADER + " headers; Asana sends one");
    }
    var signature = Signature.parse(value);
    if (signature.isEmpty()) {
      return new Forged(value, Signature.HEADER + " is not 64 lower-case hex digits");
    }
    if (secret == null) {
      return new NoSecret("no handshake has given this inbox a secret yet");
    }
    return signature.get().matches(secret, body)
        ? new Authentic(secret.fingerprint())
        : new Forged(value, "the signature does not match this inbox's secret");
  }

  /** The one question that most callers have. */
  default boolean believable() {
    return this instanceof Authentic;
  }

  /** One line for a person. */
  String because();

  /**
   * The word for it in JSON, SQL and filters: {@code authentic}, {@code forged}, {@code unsigned},
   * {@code nosecret}.
   */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /**
   * Signed with the secret of this inbox.
   *
   * @param fingerprint which secret, see {@link Secret#fingerprint()}
   */
  record Authentic(String fingerprint) implements Verdict {
    @Override
    public String because() {
      return "signed with this inbox's secret (" + fingerprint + ")";
    }
  }

  /**
   * Signed, but not with our secret.
   *
   * @param header the value that came, never the one that we expected: whoever could read that
   *     could use us to sign
   */
  record Forged(String header, String because) implements Verdict {}

  /** Without any signature; Asana signs every delivery, heartbeats included. */
  record Unsigned() implements Verdict {
    @Override
    public String because() {
      return "there is no " + Signature.HEADER + " header; Asana signs every delivery";
    }
  }

  /** Signed, but this inbox has no secret to check it with. Fails closed: not believed. */
  record NoSecret(String because) implements Verdict {}
}
