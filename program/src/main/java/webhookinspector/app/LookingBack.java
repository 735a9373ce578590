package webhookinspector.app;

import webhookinspector.finding.Previous;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Difference;
import webhookinspector.web.DeliveryDetail;
import webhookinspector.web.Finding;
import webhookinspector.web.Refusal;

/** {@link Finding} over the folder's own files. */
final class LookingBack implements Finding {

  private final KeptDeliveries kept;
  private final Previous previous;

  LookingBack(Core core, KeptDeliveries kept) {
    this.kept = kept;
    this.previous = new Previous(core.history());
  }

  @Override
  public Difference difference(String a, String b) {
    DeliveryDetail second = kept.find(b);
    DeliveryDetail first = a.equals(PREVIOUS) ? before(second.line()) : kept.find(a);
    return Difference.between(side(first), side(second));
  }

  private DeliveryDetail before(DeliveryLine line) {
    return previous
        .of(line)
        .map(found -> kept.find(found.id()))
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "delivery: "
                        + line.id()
                        + " is the first about its resource"
                        + " (expected: one with another before it)",
                    "Name the other one yourself; `inspector list` shows them."));
  }

  private static Difference.Side side(DeliveryDetail detail) {
    return new Difference.Side(detail.line(), detail.headers(), detail.body());
  }
}
