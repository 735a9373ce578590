package webhookinspector.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What opens the admin port: 26 characters of {@code a-z2-7}, 130 random bits. Never printed;
 * {@link #reveal} is for the key file only.
 */
public final class AdminKey {

  private static final int LENGTH = 26;
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private final String text;

  private AdminKey(String text) {
    this.text = text;
  }

  /** A new one; {@code random} must be a cryptographic generator outside tests. */
  public static AdminKey random(RandomGenerator random) {
    var text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new AdminKey(text.toString());
  }

  /**
   * Reads one that was kept.
   *
   * @throws IllegalArgumentException without the text, when it is too short to be safe
   */
  public static AdminKey of(String text) {
    if (!text.matches("[A-Za-z0-9_-]{22,200}")) {
      throw new IllegalArgumentException(
          "admin key: "
              + text.length()
              + " characters (expected: 22 to 200 of A-Z, a-z, 0-9, _ and -)");
    }
    return new AdminKey(text);
  }

  /** In constant time. */
  public boolean matches(String guess) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
  }

  /** What only a holder of this key could have made of a text: HMAC-SHA256, 64 hex digits. */
  public String seal(String of) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(of.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has HMAC-SHA256", e);
    }
  }

  /** The text itself. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "AdminKey[…]";
  }
}
