package webhookinspector.watch;

import java.util.Locale;

/** How a webhook is doing, in one word. Of symptoms that are equally urgent, the first counts. */
public enum Word {
  /** Asana does not know it any more. */
  GONE,
  /** Asana sends nothing to it. */
  INACTIVE,
  /** Asana cannot deliver, and will delete it. */
  FAILING,
  /** A heartbeat is overdue. */
  SILENT,
  /** Deliveries arrive here that Asana does not count as delivered. */
  DOUBTFUL,
  /** Its address does not lead to this receiver. */
  UNREACHED,
  /** Asana has not been asked, or cannot be. */
  UNKNOWN,
  /** Nothing is wrong. */
  WELL;

  /** As it stands in JSON and metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
