package webhookinspector.app;

import java.util.List;
import java.util.stream.Collectors;
import webhookinspector.egress.Network;
import webhookinspector.forward.Limits;
import webhookinspector.forward.Wanted;

/**
 * Where deliveries go on to in a run.
 *
 * @param targets that this run names
 * @param rate deliveries a second to a target that catches up
 * @param allowed private networks that targets may lie in
 */
public record Onward(List<Wanted> targets, int rate, List<Network> allowed) {

  /** Nowhere, but to saved targets. */
  public static final Onward NONE = new Onward(List.of(), Limits.DEFAULTS.rate(), List.of());

  public Onward {
    targets = List.copyOf(targets);
    allowed = List.copyOf(allowed);
    Limits.DEFAULTS.rate(rate);
    if (targets.stream().map(Wanted::address).distinct().count() < targets.size()) {
      throw new IllegalArgumentException(
          "forward: the same address twice (expected: once)\n"
              + "Join its filters: --forward 'URL where FILTER or FILTER'.");
    }
  }

  /** For the head of a view; "" when this run names none. */
  String note() {
    return targets.isEmpty()
        ? ""
        : targets.stream()
            .map(t -> t.filter().isEmpty() ? t.address() : t.address() + " (" + t.filter() + ")")
            .collect(Collectors.joining(", ", "Deliveries go on to ", "."));
  }

  Limits limits() {
    return Limits.DEFAULTS.rate(rate);
  }
}
