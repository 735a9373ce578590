package webhookinspector.registry.sqlite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;

/** All inboxes at one moment. Immutable, so that each delivery finds its inbox without a lock. */
final class Directory {

  static final Directory EMPTY = new Directory(Map.of());

  /** One step from a directory to the next. */
  interface Change {
    Directory on(Directory before);
  }

  private final Map<InboxName, Inbox> byName;
  private final Map<InboxKey, Inbox> byKey = new HashMap<>();

  private Directory(Map<InboxName, Inbox> byName) {
    this.byName = byName;
    byName.values().forEach(inbox -> byKey.put(inbox.key(), inbox));
  }

  /** Throws {@link IllegalStateException} when another inbox has that key or one of the secrets. */
  Directory with(Inbox inbox) {
    for (Inbox other : byName.values()) {
      if (!other.name().equals(inbox.name())) {
        demandNothingShared(inbox, other);
      }
    }
    var next = new HashMap<>(byName);
    next.put(inbox.name(), inbox);
    return new Directory(next);
  }

  private static void demandNothingShared(Inbox inbox, Inbox other) {
    if (other.key().equals(inbox.key())) {
      throw new IllegalStateException(
          "inbox " + inbox.name() + ": its key belongs to inbox " + other.name());
    }
    for (Secret secret : secrets(inbox)) {
      if (secrets(other).contains(secret)) {
        throw new IllegalStateException(
            "inbox "
                + inbox.name()
                + ": secret "
                + secret.fingerprint()
                + " belongs to inbox "
                + other.name());
      }
    }
  }

  /** The confirmed one first. */
  static List<Secret> secrets(Inbox inbox) {
    Secrets known = inbox.secrets();
    var all = new ArrayList<Secret>();
    if (known.confirmed() != null) {
      all.add(known.confirmed());
    }
    all.addAll(known.candidates());
    return all;
  }

  Directory without(InboxName name) {
    var next = new HashMap<>(byName);
    next.remove(name);
    return new Directory(next);
  }

  Optional<Inbox> find(InboxKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Optional<Inbox> find(InboxName name) {
    return Optional.ofNullable(byName.get(name));
  }

  List<Inbox> inboxes() {
    return byName.values().stream()
        .sorted(Comparator.comparing(inbox -> inbox.name().text()))
        .toList();
  }
}
