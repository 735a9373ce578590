package webhookinspector.web;

import webhookinspector.inspection.DeliveryLine;

/** What people put on deliveries. {@code idOrStart} is as in {@link Admin#delivery}. */
public interface Markings {

  /**
   * Pins a delivery, so that retention and quarantine leave it alone, or lets it go.
   *
   * @return its line afterwards
   */
  DeliveryLine pin(String idOrStart, boolean pinned);

  /**
   * Replaces the note on a delivery.
   *
   * @param note at most {@value webhookinspector.inbox.Marking#LONGEST_NOTE} characters, blank for
   *     none
   * @return its line afterwards
   */
  DeliveryLine note(String idOrStart, String note);
}
