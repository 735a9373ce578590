package webhookinspector.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What people put on a delivery.
 *
 * @param pinned kept whatever retention and quarantine say
 * @param note for people, 1 to {@value #LONGEST_NOTE} characters, or null
 */
public record Marking(boolean pinned, @Nullable String note) {

  /** On most deliveries. */
  public static final Marking NONE = new Marking(false, null);

  /** In characters. */
  public static final int LONGEST_NOTE = 2_000;

  public Marking {
    if (note != null && (note.isEmpty() || note.length() > LONGEST_NOTE)) {
      throw new IllegalArgumentException(
          "note: " + note.length() + " characters (expected: 1 to " + LONGEST_NOTE + ")");
    }
  }

  /** The same, pinned or not. */
  public Marking pinned(boolean pin) {
    return new Marking(pin, note);
  }

  /**
   * The same with another note.
   *
   * @param text blank for none
   */
  public Marking noting(String text) {
    return new Marking(pinned, text.isBlank() ? null : text.strip());
  }
}
