package webhookinspector.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Dropped;
import webhookinspector.outbox.KeptTarget;
import webhookinspector.outbox.Letter;
import webhookinspector.outbox.Outbox;
import webhookinspector.registry.Alert;
import webhookinspector.retention.Dropping;
import webhookinspector.retention.Holds;
import webhookinspector.retention.Policy;
import webhookinspector.retention.Retention;
import webhookinspector.retention.Sweep;
import webhookinspector.web.NewPruning;
import webhookinspector.web.Refusal;
import webhookinspector.web.Retaining;

/** {@link Retaining} by whoever has the folder, and the run that goes on by itself. */
final class Keeping implements Retaining {

  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Core core;
  private final Policy policy;
  private final InstantSource clock;
  private final Sweep sweep;

  Keeping(Core core, Policy policy) {
    this.core = core;
    this.policy = policy;
    this.clock = core.clock();
    var dropping =
        new Dropping(core.ledger(), core.history(), core.registry(), core.marking(), clock);
    this.sweep =
        new Sweep(
            core.ledger(),
            core.history(),
            () -> needed(core.outbox()),
            id -> core.registry().marking(id).pinned(),
            dropping,
            clock);
  }

  /** What waits to be sent on, and what no target has been asked about yet. */
  private static Holds.Needed needed(Outbox outbox) {
    Set<DeliveryId> waiting = new HashSet<>();
    Position behind = new Position(Long.MAX_VALUE);
    for (KeptTarget target : outbox.targets()) {
      outbox.waiting(target.number()).stream().map(Letter::delivery).forEach(waiting::add);
      if (!target.resting() && behind.isAfter(target.position())) {
        behind = target.position();
      }
    }
    return new Holds.Needed(waiting, behind);
  }

  /** Applies the policy from now on; the caller closes it. */
  Retention start() {
    var retention = new Retention(sweep, policy, EVERY, this::tell);
    retention.start();
    return retention;
  }

  /** Once for each reason and day: the window grows on its own from then on. */
  private void tell(Dropped dropped) {
    boolean begun =
        core.ledger().thinning().dropped().stream()
            .anyMatch(
                window ->
                    window.because().equals(dropped.because())
                        && window.at().equals(dropped.at())
                        && window.deliveries() == dropped.deliveries());
    if (begun) {
      String what =
          String.format(
              Locale.ROOT,
              "%,d deliveries from %s to %s are no longer kept: %s",
              dropped.deliveries(),
              dropped.from(),
              dropped.to(),
              dropped.because());
      core.alerts().accept(new Alert(clock.instant(), null, "retention", what));
    }
  }

  @Override
  public Now now() {
    var thinning = core.ledger().thinning();
    return new Now(policy, thinning.extent(), thinning.dropped());
  }

  @Override
  public List<Dropped> prune(NewPruning wanted) {
    try {
      if (wanted.filter().isBlank()) {
        return sweep.run(wanted.policy(), wanted.dryRun());
      }
      Instant now = clock.instant();
      FilterExpression filter = FilterParser.parse(wanted.filter(), now);
      Duration age = wanted.policy().age();
      FilterExpression all =
          age == null
              ? filter
              : new FilterExpression.And(
                  List.of(filter, new FilterExpression.Before(now.minus(age))));
      return sweep.matching(all, wanted.dryRun());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.notPossibleNow("prune: interrupted", "What was dropped until then is gone.");
    }
  }
}
