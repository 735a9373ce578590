package webhookinspector.inbox;

import java.util.Locale;

/** How a delivery reached us. */
public enum Source {
  /** Asana, or whoever else, posted it to an inbox. */
  WEBHOOK,
  /** We asked the events endpoint. */
  STREAM,
  /** We sent a kept delivery again. */
  REPLAY,
  /** It came out of a file. */
  IMPORT,
  /** The built-in simulator made it without a network. */
  SIMULATOR;

  /** The word for it in JSON, SQL and filters. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
