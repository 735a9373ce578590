package webhookinspector.inbox;

/** What people and logs call an inbox; not secret. 1 to 64 characters of {@code a-z0-9-}. */
public record InboxName(String text) {

  public InboxName {
    if (!text.matches("[a-z0-9-]{1,64}")) {
      throw new IllegalArgumentException(
          "inbox: " + text + " (expected: 1 to 64 characters of a-z, 0-9 and -)");
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
