package webhookinspector.inbox;

/**
 * Ours, not Asana's, which sends none. A ULID: 26 characters of Crockford's base 32, of which the
 * first ten are the arrival in milliseconds, so ids sort by arrival.
 */
public record DeliveryId(String text) implements Comparable<DeliveryId> {

  public DeliveryId {
    if (!isUlid(text)) {
      throw new IllegalArgumentException(
          "delivery: " + text + " (expected: 26 characters, from `list`)");
    }
  }

  /** By hand, because every delivery comes past here and a pattern costs it a microsecond. */
  private static boolean isUlid(String text) {
    if (text.length() != 26) {
      return false;
    }
    for (int i = 0; i < 26; i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = c >= 'A' && c <= 'Z' && c != 'I' && c != 'L' && c != 'O' && c != 'U';
      if (!digit && !letter) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(DeliveryId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
