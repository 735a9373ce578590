package webhookinspector.event;

import java.util.List;
import webhookinspector.delivery.Body;

/** What a body says. Reading it never throws: a body that cannot be read is a value, too. */
public sealed interface Content {

  /** Deepest nesting that is read; deeper bodies are {@link Junk}. Asana's are 5 deep. */
  int MAX_DEPTH = 200;

  /**
   * Reads the body of a delivery or a page of the events endpoint; behind the ledger only, for an
   * ack must not depend on it.
   */
  static Content of(Body body) {
    return BodyReader.content(body);
  }

  /**
   * At least one event.
   *
   * @param oddities what was passed over or looked unusual, a line each, for a person; mostly empty
   */
  record Events(List<Event> events, List<String> oddities) implements Content {
    public Events {
      events = List.copyOf(events);
      oddities = List.copyOf(oddities);
    }
  }

  /** {@code {"events":[]}}: Asana says every 8 hours that the webhook lives (webhooks guide). */
  record Heartbeat() implements Content {}

  /**
   * Not a body of Asana's.
   *
   * @param because one line for a person, without any byte of the body
   */
  record Junk(String because) implements Content {}
}
