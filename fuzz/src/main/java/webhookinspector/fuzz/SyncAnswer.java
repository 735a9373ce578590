package webhookinspector.fuzz;

import java.util.Optional;
import webhookinspector.delivery.Body;
import webhookinspector.event.Page;

/** What the events endpoint answers, or whoever stands in its place. */
public final class SyncAnswer {

  private SyncAnswer() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    Optional<Page> page = Page.of(Body.wrapping(data.clone()));
    page.ifPresent(
        read -> Promise.that(!read.sync().isEmpty(), "a page without a token is no page"));
  }
}
