package webhookinspector.inbox;

/** What people and logs call an inbox; not secret. 1 to 64 characters of {@code a-z0-9-}. */
public record InboxName(String text) {

  private static final int LONGEST = 64;

  public InboxName {
    if (!isName(text)) {
      throw new IllegalArgumentException(
          "inbox: " + text + " (expected: 1 to 64 characters of a-z, 0-9 and -)");
    }
  }

  /** By hand, like {@link DeliveryId}: every delivery that is read comes past here, too. */
  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST;
  }

  @Override
  public String toString() {
    return text;
  }
}
