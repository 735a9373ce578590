package webhookinspector.inbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.subscription.Filter;

/**
 * A webhook that we asked for. Written before Asana is asked, so that a crash in the middle leaves
 * a trace to clean up by.
 *
 * @param resource gid of what it watches
 * @param target the full address that Asana was given; with {@code resource} it identifies the
 *     webhook at Asana
 * @param gid Asana's id, or null until the create call has answered
 * @param askedAt our clock, when the create call began
 * @param keep whether it outlives the process that created it
 */
public record OwnWebhook(
    String resource,
    URI target,
    List<Filter> filters,
    @Nullable String gid,
    Instant askedAt,
    boolean keep) {

  public OwnWebhook {
    filters = List.copyOf(filters);
  }

  /** What to type in a shell to have the same webhook again, at the address that leads here. */
  public String commandToCreateAgain() {
    var command = new StringBuilder("inspector webhooks create ").append(resource);
    for (Filter filter : filters) {
      command.append(" --filter ").append(quoted(filter.toString()));
    }
    return command.toString();
  }

  /** For a shell, whatever the text holds. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** The same webhook after its filters were replaced. */
  public OwnWebhook withFilters(List<Filter> replaced) {
    return new OwnWebhook(resource, target, replaced, gid, askedAt, keep);
  }

  /** The same webhook once Asana has told its id. */
  public OwnWebhook withGid(String told) {
    return new OwnWebhook(resource, target, filters, told, askedAt, keep);
  }
}
