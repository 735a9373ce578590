package webhookinspector.feed;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know at the start.
 *
 * @param command such as {@code demo}
 * @param watched a few words for each resource, raw text of Asana's; empty for {@code serve}
 * @param ready the ready line
 * @param folder where deliveries are kept
 * @param note one more line for a person, such as what the demo is, or ""
 */
public record Opening(
    String command, List<String> watched, Ready ready, String folder, String note) {

  public Opening {
    watched = List.copyOf(watched);
  }

  /**
   * The ready line of the contract, and the whole of the ready file.
   *
   * @param login one-time link to the page
   * @param publicUrl where the internet reaches the receiver, or null; {@code public} in JSON
   */
  public record Ready(URI receiver, URI admin, URI login, @Nullable URI publicUrl, long pid) {}
}
