package webhookinspector.app;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import webhookinspector.answers.Script;
import webhookinspector.egress.Network;
import webhookinspector.egress.Target;
import webhookinspector.forward.Limits;
import webhookinspector.forward.Wanted;

/**
 * What becomes of deliveries in a run, beside being kept and shown.
 *
 * @param targets that this run names
 * @param rate deliveries a second to a target that catches up
 * @param allowed private networks that targets may lie in
 * @param relay the app that answers Asana, or null
 * @param answers what Asana is answered on purpose, or null
 */
public record Onward(
    List<Wanted> targets,
    int rate,
    List<Network> allowed,
    @Nullable Target relay,
    @Nullable Script answers) {

  /** Saved targets get theirs, and answers are our own. */
  public static final Onward NONE =
      new Onward(List.of(), Limits.DEFAULTS.rate(), List.of(), null, null);

  public Onward {
    targets = List.copyOf(targets);
    allowed = List.copyOf(allowed);
    Limits.DEFAULTS.rate(rate);
    if (targets.stream().map(Wanted::address).distinct().count() < targets.size()) {
      throw new IllegalArgumentException(
          "forward: the same target twice (expected: once)\n"
              + "Join its filters: --forward 'URL where FILTER or FILTER'.");
    }
  }

  /** For the head of a view; "" when there is nothing to say. */
  String note() {
    String to =
        targets.stream()
            .map(t -> t.filter().isEmpty() ? t.address() : t.address() + " (" + t.filter() + ")")
            .collect(Collectors.joining(", "));
    String sent = to.isEmpty() ? "" : "Deliveries go on to " + to + ".";
    String answered = answers == null ? "" : "ANSWERS ON PURPOSE: " + answers + ".";
    String relayed = relay == null ? "" : "Asana gets the answers of " + relay + ".";
    return String.join(" ", answered, relayed, sent).replace("  ", " ").strip();
  }

  Limits limits() {
    return Limits.DEFAULTS.rate(rate);
  }
}
