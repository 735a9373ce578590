package webhookinspector.web;

import webhookinspector.inspection.Difference;

/** Looking back through the admin port. Each call blocks and may throw {@link Refusal}. */
public interface Finding {

  /** As the first of two deliveries: the one before that is about the same resource. */
  String PREVIOUS = "previous";

  /**
   * How a delivery differs from another.
   *
   * @param a the first, as in {@link Admin#delivery}, or {@value #PREVIOUS}
   * @param b the second, as in {@link Admin#delivery}
   */
  Difference difference(String a, String b);
}
