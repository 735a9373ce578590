package webhookinspector.trust;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import webhookinspector.delivery.Body;

/**
 * HMAC-SHA256 over the raw body bytes, keyed with the secret's text, written as 64 lower-case hex
 * digits.
 */
public final class Signature {

  /** The header that carries it. */
  public static final String HEADER = "X-Hook-Signature";

  private static final int BYTES = 32;

  private final byte[] hmac;

  private Signature(byte[] hmac) {
    this.hmac = hmac;
  }

  /** What Asana would send with {@code body} to the holder of {@code secret}. */
  public static Signature of(Secret secret, Body body) {
    return new Signature(secret.hmac(body));
  }

  /**
   * Reads the documented form and no other: exactly 64 digits of 0-9 and a-f, nothing around them.
   */
  public static Optional<Signature> parse(String header) {
    if (header.length() != 2 * BYTES) {
      return Optional.empty();
    }
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return Optional.empty();
      }
    }
    return Optional.of(new Signature(HexFormat.of().parseHex(header)));
  }

  /**
   * In constant time, so that an answer's delay tells nothing about how much of a guess was right.
   */
  public boolean matches(Secret secret, Body body) {
    return MessageDigest.isEqual(hmac, secret.hmac(body));
  }

  /** 64 lower-case hex digits. */
  public String hex() {
    return HexFormat.of().formatHex(hmac);
  }
}
