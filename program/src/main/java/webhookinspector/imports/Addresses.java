package webhookinspector.imports;

import java.util.Optional;
import java.util.function.Function;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;

/** Which of our inboxes an address belongs to. */
record Addresses(Function<InboxKey, Optional<Inbox>> inboxes) {

  private static final String PREFIX = "/in/";

  /**
   * @param path as it stood in the request, such as {@code /in/abc…}
   */
  Optional<InboxName> inbox(String path) {
    return path.startsWith(PREFIX)
        ? InboxKey.parse(path.substring(PREFIX.length())).flatMap(inboxes).map(Inbox::name)
        : Optional.empty();
  }
}
