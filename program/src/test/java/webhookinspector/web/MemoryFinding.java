package webhookinspector.web;

import webhookinspector.inspection.Difference;

/** A {@link Finding} over the lines of a {@link MemoryAdmin}. */
final class MemoryFinding implements Finding {

  private final MemoryAdmin admin;

  MemoryFinding(MemoryAdmin admin) {
    this.admin = admin;
  }

  @Override
  public Difference difference(String a, String b) {
    return Difference.between(side(a.equals(PREVIOUS) ? b : a), side(b));
  }

  private Difference.Side side(String id) {
    DeliveryDetail detail = admin.delivery(id);
    return new Difference.Side(detail.line(), detail.headers(), detail.body());
  }
}
