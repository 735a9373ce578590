package webhookinspector.conform;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the checks in an order in which none spoils another, and keeps the receiver fit between. */
final class Judge {

  private final Plan plan;
  private final Receiver receiver;
  private final Map<String, Result> results = new HashMap<>();

  /** Why nothing more can be tried, or null. */
  private @Nullable String over;

  Judge(Plan plan) {
    this.plan = plan;
    this.receiver = new Receiver(plan);
  }

  Report judge() throws Unreachable {
    long start = System.nanoTime();
    List<Case> wanted =
        Catalogue.cases().stream().filter(one -> plan.wants(one.check().id())).toList();
    try {
      if (plan.process() != null) {
        plan.process().start();
      }
      receiver.wire().mustBeAnswered();
      for (Case one : wanted.stream().sorted(Comparator.comparing(Case::phase)).toList()) {
        run(one);
      }
    } finally {
      if (plan.process() != null) {
        plan.process().stop();
      }
    }
    List<Result> inOrder = new ArrayList<>();
    wanted.forEach(one -> inOrder.add(Objects.requireNonNull(results.get(one.check().id()))));
    return new Report(
        plan.target(), plan.seed(), inOrder, Duration.ofNanos(System.nanoTime() - start));
  }

  private void run(Case one) throws Unreachable {
    long start = System.nanoTime();
    receiver.evidence().begin();
    Outcome outcome = outcomeOf(one);
    List<Exchange> evidence = receiver.evidence().shown();
    boolean ended = over == null && !receiver.evidence().isEmpty() && receiver.upkeep().hasEnded();
    bringBack(one, ended);
    Mistake mistake = one.check().mistake();
    if (ended && mistake != Mistake.LENGTH_CRASH && one.phase() != Case.Phase.RESTARTING) {
      mistake = Mistake.ENDS_ITSELF;
      outcome = new Outcome.Failed("The receiver has ended: it accepts no connections any more.");
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    results.put(one.check().id(), new Result(one.check(), outcome, mistake, evidence, took));
  }

  /**
   * @throws Unreachable if the receiver could not even be opened, so that nothing can be judged
   */
  private Outcome outcomeOf(Case one) throws Unreachable {
    if (over != null && one.phase() != Case.Phase.LAST) {
      return new Outcome.Skipped(over);
    }
    try {
      String missing = missing(one.check());
      receiver.evidence().begin();
      return missing.isEmpty() ? one.tried(receiver) : new Outcome.Skipped(missing);
    } catch (Unreachable e) {
      if (!receiver.isOpened()) {
        throw e;
      }
      over = "the receiver could not be started again";
      return new Outcome.Failed(e.getMessage());
    } catch (IOException e) {
      return new Outcome.Failed("the receiver could not be spoken to: " + Wire.inWords(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Skipped("interrupted");
    } catch (Exception e) {
      throw new IllegalStateException("check " + one.check().id() + " is broken", e);
    }
  }

  /** What the check needs and is not there, or "". */
  private String missing(Check check) throws Unreachable {
    for (Need need : check.needs().stream().sorted().toList().reversed()) {
      boolean there =
          switch (need) {
            case START -> plan.process() != null;
            case RECEIVED -> plan.received() != null;
            case ARM -> plan.arm() != null;
            case SECOND -> plan.second() != null;
            case DELIVERY -> receiver.opening().usable(plan.limit());
            case ECHO -> receiver.opening().usable(plan.limit()) && receiver.echoesAgain();
          };
      if (!there) {
        return switch (need) {
          case DELIVERY -> receiver.opening().whyUnusable(plan.limit());
          case ECHO ->
              receiver.opening().usable(plan.limit())
                  ? "the same secret is not echoed again; see handshake-repeat"
                  : receiver.opening().whyUnusable(plan.limit());
          default -> "needs " + need.word();
        };
      }
    }
    return "";
  }

  /** Brings the receiver back into order; what cannot be brought back ends the run. */
  private void bringBack(Case one, boolean ended) {
    if (over != null || receiver.evidence().isEmpty()) {
      return;
    }
    String id = one.check().id();
    if (ended && plan.process() == null) {
      over = "the receiver accepts no connections any more since " + id;
      return;
    }
    boolean unsettled =
        switch (one.phase()) {
          case DISTURBING, RESTARTING -> true;
          case NORMAL -> ended;
          case UNSETTLED, LAST -> false;
        };
    try {
      receiver.upkeep().revive();
      if (unsettled && receiver.opening().shookHands() && !receiver.upkeep().settleAgain()) {
        over = "the receiver accepts no delivery any more since " + id;
      }
    } catch (Unreachable e) {
      over = "the receiver could not be brought back after " + id;
    }
  }
}
