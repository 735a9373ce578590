package webhookinspector.asana;

import java.util.List;

/** Asana answered, and said no. */
public final class AsanaRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final List<String> messages;

  /**
   * @param messages {@code errors[].message}, as Asana wrote them
   * @param explanation ours: what it means and the next step to type; never holds the token
   */
  public AsanaRefused(int status, List<String> messages, String explanation) {
    super("Asana answered " + status + ": " + String.join(" · ", messages) + "\n" + explanation);
    this.status = status;
    this.messages = List.copyOf(messages);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** As Asana wrote them. */
  public List<String> messages() {
    return messages;
  }

  /**
   * Whether this user has a webhook on that resource and target already (403; wire text in the
   * protocol reference).
   */
  public boolean isDuplicate() {
    return status == 403
        && messages.stream().anyMatch(message -> message.startsWith("Duplicated webhook"));
  }
}
