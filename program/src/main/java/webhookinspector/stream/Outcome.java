package webhookinspector.stream;

import org.jspecify.annotations.Nullable;
import webhookinspector.asana.Asana;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;
import webhookinspector.asana.EventsPage;

/** What came of asking once. */
sealed interface Outcome {

  /** Events, or a token to begin with. */
  record Told(EventsPage page) implements Outcome {}

  /** Asana wants nothing more for a while and says how long; that is no failure. */
  record Closed() implements Outcome {}

  /** It did not work, and may next time. */
  record Failed(String because) implements Outcome {}

  /** Asana said no, and will say so again. */
  record Refused(AsanaRefused why) implements Outcome {}

  /**
   * @param sync null to begin
   */
  static Outcome of(Asana asana, String resource, @Nullable String sync) {
    try {
      EventsPage page = asana.events(resource, sync);
      return !page.fresh() && !page.events().isEmpty() && page.sync().equals(sync)
          ? new Failed("Asana gave events with the token that it was asked with")
          : new Told(page);
    } catch (AsanaRefused e) {
      return e.status() == 429 ? closedOr(asana, e) : new Refused(e);
    } catch (AsanaUnreachable e) {
      return closedOr(asana, e);
    }
  }

  private static Outcome closedOr(Asana asana, RuntimeException e) {
    return asana.closedUntil().isPresent() ? new Closed() : new Failed(firstLine(e));
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason was given");
  }
}
