package webhookinspector.event;

import java.util.List;
import java.util.Optional;
import webhookinspector.delivery.Body;

/**
 * What an answer of the events endpoint says.
 *
 * @param events at most 100, oldest first; with names, unlike in webhook bodies. None in the answer
 *     that begins a stream
 * @param sync the token behind them, to ask with next time; opaque
 * @param hasMore whether more are waiting, so that one should ask again at once
 */
public record Page(List<Event> events, String sync, boolean hasMore) {

  public Page {
    events = List.copyOf(events);
  }

  /**
   * The same events as the body of a webhook's delivery holds them, each byte for byte as the page
   * tells it: with names, which webhooks do not send. Nothing when it is no page.
   */
  public static Optional<Body> asWebhookBody(Body page) {
    return BodyReader.webhookBody(page);
  }

  /** Reads one; nothing without a token, or when it is not JSON. Never throws. */
  public static Optional<Page> of(Body body) {
    return BodyReader.page(body);
  }
}
