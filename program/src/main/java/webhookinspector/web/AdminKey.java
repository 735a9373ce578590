package webhookinspector.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;

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

  /** The text itself. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "AdminKey[…]";
  }
}
