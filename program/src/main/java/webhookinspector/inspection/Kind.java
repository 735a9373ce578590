package webhookinspector.inspection;

import java.util.Locale;
import webhookinspector.event.Content;

/** What a delivery is, whether or not it can be believed. */
public enum Kind {
  /** It offers a secret. */
  HANDSHAKE,
  /** It tells at least one event. */
  EVENTS,
  /** It tells none: Asana says that the webhook lives. */
  HEARTBEAT,
  /** It is not a body of Asana's. */
  JUNK;

  /** The kind of a delivery that is no handshake. */
  public static Kind of(Content content) {
    return switch (content) {
      case Content.Events e -> EVENTS;
      case Content.Heartbeat h -> HEARTBEAT;
      case Content.Junk j -> JUNK;
    };
  }

  /** The word for it in JSON, SQL and filters. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
