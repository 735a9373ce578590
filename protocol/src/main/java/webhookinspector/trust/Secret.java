package webhookinspector.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;

/**
 * The text that Asana and one receiver share. Asana sends it in {@code X-Hook-Secret} and again in
 * the 201 of the create call; its bytes, not what they might spell in hex, are the HMAC key
 * (webhooks guide). Never printed: {@link #toString} gives the fingerprint. Safe for many threads.
 */
public final class Secret {

  /** Asana's are opaque; 32 and 64 hex digits have been seen. */
  public static final int MAX_LENGTH = 512;

  private static final String ALGORITHM = "HmacSHA256";

  private final String text;
  private final SecretKeySpec key;
  private final String fingerprint;

  /**
   * Keyed instances ready for use: deriving the key's two pads costs more than signing a heartbeat.
   */
  private final ConcurrentLinkedQueue<Mac> rested = new ConcurrentLinkedQueue<>();

  private Secret(String text, byte[] key) {
    this.text = text;
    this.fingerprint = fingerprintOf(text);
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * @param text 1 to {@value #MAX_LENGTH} visible ASCII characters
   * @throws IllegalArgumentException otherwise; the message does not hold the text
   */
  public static Secret of(String text) {
    if (text.isEmpty()
        || text.length() > MAX_LENGTH
        || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "secret: "
              + text.length()
              + " characters (expected: 1 to "
              + MAX_LENGTH
              + " visible ASCII characters)");
    }
    return new Secret(text, text.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The key that a mistaken program makes of this secret's bytes, such as one that takes them for
   * hex. For finding out why a signature does not match, never for judging.
   *
   * @param mistake gives at least one byte
   */
  public Secret misread(UnaryOperator<byte[]> mistake) {
    return new Secret(text, mistake.apply(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The text itself. For the store and the echo of a handshake only. */
  public String reveal() {
    return text;
  }

  /**
   * Tells secrets apart without giving them away: the first 12 hex digits of the SHA-256 of {@code
   * "secret:" + text}.
   */
  public String fingerprint() {
    return fingerprint;
  }

  private static String fingerprintOf(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("secret:" + text).getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** HMAC-SHA256 of the body under this secret: 32 bytes. */
  byte[] hmac(Body body) {
    Mac mac = rested.poll();
    if (mac == null) {
      mac = keyed();
    }
    body.addTo(mac);
    byte[] result = mac.doFinal();
    rested.offer(mac);
    return result;
  }

  private Mac keyed() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (InvalidKeyException e) {
      throw new AssertionError("any non-empty key will do", e);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }

  /** In constant time for secrets of equal length. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(key.getEncoded(), secret.key.getEncoded());
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[" + fingerprint() + "]";
  }
}
