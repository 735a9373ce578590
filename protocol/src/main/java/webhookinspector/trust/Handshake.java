package webhookinspector.trust;

import java.util.List;
import java.util.Optional;
import webhookinspector.delivery.Headers;

/**
 * What to do with a POST that carries {@code X-Hook-Secret}. Asana sends it while the create call
 * is open and wants the same value back in the same header of a 200 or 204 (webhooks guide). So
 * does any stranger who knows the address; which of several candidates is Asana's, only the
 * authenticated 201 of the create call tells.
 */
public sealed interface Handshake {

  /** The header that carries the secret, both ways and as a key beside {@code data} in the 201. */
  String HEADER = "X-Hook-Secret";

  /** Whether a request wants a handshake at all. */
  static boolean isIn(Headers headers) {
    return headers.has(HEADER);
  }

  /**
   * The secret that a request offers, if it is one that can be echoed safely: one header, 16 to 512
   * characters of {@code A-Za-z0-9_-}. Anything else could split our response.
   */
  static Optional<Secret> offeredIn(Headers headers) {
    List<String> values = headers.all(HEADER);
    if (values.size() != 1) {
      return Optional.empty();
    }
    String value = values.getFirst();
    boolean safe =
        value.length() >= 16
            && value.length() <= 512
            && value.chars().allMatch(Handshake::echoable);
    return safe ? Optional.of(Secret.of(value)) : Optional.empty();
  }

  private static boolean echoable(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** It repeats the secret that this inbox already has: echo it again, store nothing. */
  record Accepted(Secret secret) implements Handshake {}

  /**
   * A create call is open, so this may be Asana: keep it among the candidates, then echo it.
   *
   * @param isNew false when it already is a candidate
   */
  record Pending(Secret secret, boolean isNew) implements Handshake {}

  /** Echo nothing, store nothing, tell the operator. */
  record Refused(String because) implements Handshake {}
}
