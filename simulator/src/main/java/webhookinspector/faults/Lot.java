package webhookinspector.faults;

import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Chance that repeats. A delivery's lot depends on the delivery and not on how many came before,
 * for those to several webhooks leave in any order.
 */
record Lot(long seed) {

  /** From 0 to below 1. */
  double of(int fault, Parcel parcel) {
    long which =
        Objects.hash(fault, parcel.webhook(), parcel.kind(), parcel.retry(), parcel.at().toString())
            & 0xffff_ffffL;
    return draw(fault, which);
  }

  /** The next of those that come in turns. */
  double next(InForce fault) {
    return draw(fault.number(), fault.nextDraw());
  }

  private double draw(int fault, long which) {
    long mixed = (seed * 31 + fault) * 0x9E37_79B9_7F4A_7C15L + which;
    return new SplittableRandom(mixed).nextDouble();
  }
}
