package webhookinspector.asana;

import java.util.List;
import webhookinspector.delivery.Body;
import webhookinspector.event.Event;
import webhookinspector.event.Page;

/**
 * A page of the events endpoint.
 *
 * @param body the answer's bytes, exactly as they came: events and the token behind them
 * @param page the same, read
 * @param fresh whether the stream begins here: at the first call, and whenever a token is not
 *     accepted any more. What happened since the old token is lost then: a gap
 */
public record EventsPage(Body body, Page page, boolean fresh) {

  /** At most 100, oldest first; with names, unlike in webhook bodies. */
  public List<Event> events() {
    return page.events();
  }

  /** To ask with next time; lasts 24 h at most, shorter under load (API description). */
  public String sync() {
    return page.sync();
  }

  /** Whether more are waiting, so that one should ask again at once. */
  public boolean hasMore() {
    return page.hasMore();
  }
}
