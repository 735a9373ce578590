package webhookinspector.inbox;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The unguessable part of an inbox's address, {@code /in/<key>}: 26 characters of {@code a-z2-7},
 * 130 random bits. Who knows it can post to the inbox, so it is shown to nobody but its owner.
 */
public record InboxKey(String text) {

  private static final int LENGTH = 26;
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  public InboxKey {
    if (!isKey(text)) {
      throw new IllegalArgumentException(
          "inbox key: " + text.length() + " characters (expected: " + LENGTH + " of a-z and 2-7)");
    }
  }

  /** A new one; {@code random} must be a cryptographic generator outside tests. */
  public static InboxKey random(RandomGenerator random) {
    var text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new InboxKey(text.toString());
  }

  /** Reads a key as it stands in a path; no other form of it is a key. */
  public static Optional<InboxKey> parse(String text) {
    return isKey(text) ? Optional.of(new InboxKey(text)) : Optional.empty();
  }

  private static boolean isKey(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "InboxKey[" + text.substring(0, 4) + "…]";
  }
}
