package webhookinspector.asana;

import java.util.List;
import webhookinspector.event.Event;

/**
 * A page of the events endpoint.
 *
 * @param events at most 100, oldest first; with names, unlike in webhook bodies
 * @param sync to ask with next time; lasts 24 h at most, shorter under load (API description)
 * @param hasMore whether more are waiting, so that one should ask again at once
 * @param fresh whether the stream begins here: at the first call, and whenever a token has expired.
 *     What happened since the old token is lost then: a gap
 */
public record EventsPage(List<Event> events, String sync, boolean hasMore, boolean fresh) {

  public EventsPage {
    events = List.copyOf(events);
  }
}
