package webhookinspector.ledger;

import java.time.Instant;

/**
 * Deliveries that were dropped for one reason.
 *
 * @param at when the last of them was dropped
 * @param because which rule asked for it
 * @param from when the first of them had arrived
 * @param to when the last of them had arrived
 * @param bytes of bodies and headers
 */
public record Dropped(
    Instant at, String because, Instant from, Instant to, long deliveries, long bytes) {

  /** Nothing was. */
  public static Dropped nothing(Instant at, String because) {
    return new Dropped(at, because, at, at, 0, 0);
  }

  /** Both together. */
  public Dropped and(Dropped later) {
    if (deliveries == 0 || later.deliveries == 0) {
      return deliveries == 0 ? later : this;
    }
    return new Dropped(
        later.at,
        because,
        from.isBefore(later.from) ? from : later.from,
        to.isAfter(later.to) ? to : later.to,
        deliveries + later.deliveries,
        bytes + later.bytes);
  }
}
