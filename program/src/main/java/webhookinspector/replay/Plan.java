package webhookinspector.replay;

import webhookinspector.egress.Target;

/**
 * How deliveries shall be sent again.
 *
 * @param concurrency so many may wait for their answers at the same time, 1 to {@value
 *     #MOST_AT_ONCE}; 1 keeps their order
 */
public record Plan(
    Target target, Spacing spacing, Mixing mixing, int concurrency, Signing signing) {

  /** More would be a load test of the target, and of this machine. */
  public static final int MOST_AT_ONCE = 256;

  public Plan {
    if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
      throw new IllegalArgumentException(
          "concurrency: " + concurrency + " (expected: 1 to " + MOST_AT_ONCE + ")");
    }
  }
}
