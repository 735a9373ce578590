package webhookinspector.inbox;

/**
 * Ours, not Asana's, which sends none. A ULID: 26 characters of Crockford's base 32, of which the
 * first ten are the arrival in milliseconds, so ids sort by arrival.
 */
public record DeliveryId(String text) implements Comparable<DeliveryId> {

  public DeliveryId {
    if (!text.matches("[0-9A-HJKMNP-TV-Z]{26}")) {
      throw new IllegalArgumentException(
          "delivery: " + text + " (expected: 26 characters, from `list`)");
    }
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
