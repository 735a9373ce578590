package webhookinspector.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import webhookinspector.faults.Plan.Belief;
import webhookinspector.faults.Plan.Manner;
import webhookinspector.faults.Plan.Sending;

/** Makes plans for deliveries worse, one fault after the other. Safe for many threads. */
final class DeliveryFaults {

  private final Forger forger;
  private final Map<String, Parcel> last = new ConcurrentHashMap<>();
  private final Map<String, Parcel> older = new ConcurrentHashMap<>();
  private final Map<String, Parcel> heldBack = new ConcurrentHashMap<>();

  DeliveryFaults(long seed) {
    this.forger = new Forger(seed);
  }

  /** What was meant for that webhook last. */
  Optional<Parcel> last(String webhook) {
    return Optional.ofNullable(last.get(webhook));
  }

  boolean holdsBack(String webhook) {
    return heldBack.containsKey(webhook);
  }

  void forget(String webhook) {
    last.remove(webhook);
    older.remove(webhook);
    heldBack.remove(webhook);
  }

  /** The plan with one more fault in it; what is lost already stays lost. */
  Plan worsen(Plan plan, Fault fault, Parcel parcel) {
    if (plan.sendings().isEmpty()) {
      return plan;
    }
    return apply(named(plan, fault.kind()), fault, parcel);
  }

  private static Plan named(Plan plan, FaultKind kind) {
    String name = plan.name() == null ? kind.word() : plan.name() + "+" + kind.word();
    return new Plan(plan.sendings(), plan.belief(), name);
  }

  private Plan apply(Plan plan, Fault fault, Parcel parcel) {
    return switch (fault.kind()) {
      case LOST -> sending(plan, List.of(), Belief.DELIVERED);
      case UNREACHABLE -> sending(plan, List.of(), Belief.FAILED);
      case REPEATED -> sending(plan, plan.sendings(), Belief.FAILED);
      case REORDERED -> {
        heldBack.put(parcel.webhook(), parcel);
        yield sending(plan, List.of(), Belief.DELIVERED);
      }
      case LATE -> sending(plan, List.of(besides(parcel, fault.by())), Belief.DELIVERED);
      case DOUBLED -> and(plan, parcel, Duration.ZERO);
      case REPLAYED -> and(plan, parcel, fault.by());
      case FORGED -> and(plan, forger.forged(parcel), Duration.ZERO);
      case STRANGER_BEFORE -> first(plan, forger.handshake(parcel, fault.kind()));
      case STRANGER_DURING -> and(plan, forger.handshake(parcel, fault.kind()), Duration.ZERO);
      case STRANGER_AFTER -> and(plan, forger.handshake(parcel, fault.kind()), fault.by());
      case SLOW_DRIP -> travelling(plan, Manner.DRIPPING);
      case CUT -> travelling(plan, Manner.CUT);
      case REWRITTEN -> changing(plan, Forger::rewritten);
      case WRONG_SIGNATURE -> changing(plan, forger::wronglySigned);
      case NO_SIGNATURE -> changing(plan, Forger::unsigned);
      case OLD_SIGNATURE -> changing(plan, each -> forger.signedLike(each, before(each)));
      case UPPER_CASE_SIGNATURE -> changing(plan, Forger::shouting);
      case TRUNCATED_SIGNATURE -> changing(plan, Forger::truncated);
      default -> plan;
    };
  }

  /** Lets go what was held back, now that the next one is on its way, and remembers this one. */
  Plan finish(Plan plan, Parcel parcel) {
    String webhook = parcel.webhook();
    if (webhook.isEmpty()) {
      return plan;
    }
    Parcel before = last.put(webhook, parcel);
    if (before != null && !before.body().equals(parcel.body())) {
      older.put(webhook, before);
    }
    Parcel held = plan.sendings().isEmpty() ? null : heldBack.remove(webhook);
    return held == null ? plan : and(named(plan, FaultKind.REORDERED), held, Duration.ZERO);
  }

  /** The latest parcel with other bytes: the same bytes have the same signature. */
  private @Nullable Parcel before(Parcel parcel) {
    Parcel before = last.get(parcel.webhook());
    return before != null && before.body().equals(parcel.body())
        ? older.get(parcel.webhook())
        : before;
  }

  private static Sending besides(Parcel parcel, Duration after) {
    return new Sending(parcel, after, Manner.WHOLE, false);
  }

  private static Plan sending(Plan plan, List<Sending> sendings, Belief belief) {
    return new Plan(sendings, belief, plan.name());
  }

  private static Plan and(Plan plan, Parcel parcel, Duration after) {
    var all = new ArrayList<>(plan.sendings());
    all.add(besides(parcel, after));
    return sending(plan, all, plan.belief());
  }

  private static Plan first(Plan plan, Parcel parcel) {
    var all = new ArrayList<>(plan.sendings());
    all.addFirst(besides(parcel, Duration.ZERO));
    return sending(plan, all, plan.belief());
  }

  private static Plan travelling(Plan plan, Manner manner) {
    return each(plan, s -> new Sending(s.parcel(), s.after(), manner, s.decides()));
  }

  private static Plan changing(Plan plan, UnaryOperator<Parcel> change) {
    return each(
        plan, s -> new Sending(change.apply(s.parcel()), s.after(), s.manner(), s.decides()));
  }

  private static Plan each(Plan plan, UnaryOperator<Sending> change) {
    return sending(plan, plan.sendings().stream().map(change).toList(), plan.belief());
  }
}
