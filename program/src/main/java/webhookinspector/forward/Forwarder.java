package webhookinspector.forward;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.history.History;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Ledger;
import webhookinspector.outbox.KeptTarget;
import webhookinspector.outbox.Letter;
import webhookinspector.outbox.Outbox;

/**
 * All targets of a data folder, each with a {@link Lane} while a receiver runs. Safe for many
 * threads.
 */
public final class Forwarder implements AutoCloseable {

  /** More targets than anybody watches, few enough for a thread each. */
  private static final int MOST = 32;

  /** What targets may still be given when the program ends. */
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  /**
   * What it reads and writes.
   *
   * @param mark how far the history is
   */
  public record Ground(Ledger ledger, History history, HistoryMark mark, Outbox outbox) {}

  private final Ledger ledger;
  private final Outbox outbox;
  private final Senders senders;
  private final Limits limits;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final SteadyClock steady;
  private final Clerk clerk;
  private final Selection selection;
  private final Lane.Means means;
  private final Map<Long, Lane> lanes = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean running;

  /**
   * @param random for the jitter
   */
  public Forwarder(
      Ground ground,
      Senders senders,
      Limits limits,
      InstantSource clock,
      RandomGenerator random,
      Told told) {
    this.ledger = ground.ledger;
    this.outbox = ground.outbox;
    this.senders = senders;
    this.limits = limits;
    this.random = random;
    this.clock = clock;
    this.steady = new SteadyClock(clock);
    this.clerk = new Clerk(outbox);
    this.selection = new Selection(ledger, ground.history, ground.mark);
    this.means = new Lane.Means(ledger, clerk, clock, steady, told);
  }

  /**
   * Serves the saved targets and those of this run; others rest. Each goes on where it was; one
   * that rested is given what it had not got before, and then what comes from now on.
   *
   * @throws IllegalArgumentException if nothing may ever be sent to one of them
   */
  public void start(List<Wanted> ofThisRun) {
    locked(
        () -> {
          ofThisRun.forEach(wanted -> senders.refuseDenied(wanted.address()));
          running = true;
          clerk.start();
          ofThisRun.forEach(wanted -> name(wanted, false));
          for (KeptTarget target : outbox.targets()) {
            boolean served = target.saved() || isAmong(ofThisRun, target);
            KeptTarget now = served ? target.awake(ledger.last()) : target.toRest(ledger.last());
            outbox.save(now);
            if (served) {
              open(now);
            }
          }
          return true;
        });
  }

  private static boolean isAmong(List<Wanted> wanted, KeptTarget target) {
    return wanted.stream().anyMatch(one -> one.address().equals(target.address()));
  }

  private KeptTarget name(Wanted wanted, boolean saved) {
    Optional<KeptTarget> known =
        outbox.targets().stream().filter(t -> t.address().equals(wanted.address())).findFirst();
    if (known.isEmpty() && outbox.targets().size() >= MOST) {
      throw new IllegalArgumentException(
          "targets: " + MOST + " are there (expected: fewer)\nRemove one: inspector forward list");
    }
    return outbox.save(
        known
            .map(target -> target.with(wanted.filter(), saved || target.saved()))
            .orElseGet(
                () -> KeptTarget.fresh(wanted.address(), wanted.filter(), saved, ledger.last()))
            .with(wanted.headers()));
  }

  private void open(KeptTarget target) {
    var queue = new Queue(limits, target.position(), new SplittableRandom(random.nextLong()));
    queue.keep(outbox.waiting(target.number()));
    queue.pause(target.paused());
    FilterExpression filter = FilterParser.parse(target.filter(), clock.instant());
    var supply = new Supply(target, filter, ledger, selection);
    Sender sender = senders.to(target.address(), target.headers());
    long dead = outbox.countDead(target.number());
    var lane = new Lane(target, sender, queue, supply, means, dead);
    lanes.put(target.number(), lane);
    lane.start();
  }

  /** All targets, by their numbers. */
  public List<TargetStatus> targets() {
    return locked(() -> outbox.targets().stream().map(this::status).toList());
  }

  private TargetStatus status(KeptTarget target) {
    Lane lane = lanes.get(target.number());
    Position last = ledger.last();
    if (lane != null) {
      return lane.status(last);
    }
    Words words = Words.atRest(target.paused());
    return new TargetStatus(
        target.number(),
        target.address(),
        target.filter(),
        target.saved(),
        OwnHeaders.names(target.headers()),
        words.state(),
        words.detail(),
        outbox.waiting(target.number()).size(),
        Math.max(0, owedUpTo(target, last).number() - target.position().number()),
        outbox.countDead(target.number()),
        null);
  }

  private static Position owedUpTo(KeptTarget target, Position last) {
    return target.resting() ? target.rests().getLast().start() : last;
  }

  /**
   * Saves a target until it is removed; one with the same address gets the other filter. It is
   * given what comes from now on.
   *
   * @throws IllegalArgumentException if nothing may ever be sent there, or there are too many
   */
  public TargetStatus add(Wanted wanted) {
    return locked(
        () -> {
          senders.refuseDenied(wanted.address());
          KeptTarget target = outbox.save(name(wanted, true).awake(ledger.last()));
          reopen(target.number());
          return status(target);
        });
  }

  /** With what the outbox knows of it; without a lane where no receiver runs. */
  private void reopen(long number) {
    Lane lane = lanes.remove(number);
    if (lane != null) {
      lane.close();
      clerk.flush();
    }
    if (running) {
      find(number).ifPresent(this::open);
    }
  }

  private Optional<KeptTarget> find(long number) {
    return outbox.targets().stream().filter(target -> target.number() == number).findFirst();
  }

  /** Forgets a target and what it was still to be given; false if there is none. */
  public boolean remove(long number) {
    return locked(
        () -> {
          Lane lane = lanes.remove(number);
          if (lane != null) {
            lane.close();
          }
          boolean known = find(number).isPresent();
          outbox.remove(number);
          return known;
        });
  }

  /** Holds what goes to a target, or lets it go on. */
  public Optional<TargetStatus> pause(long number, boolean paused) {
    return locked(
        () ->
            find(number)
                .map(target -> outbox.save(target.paused(paused)))
                .map(
                    target -> {
                      Lane lane = lanes.get(number);
                      if (lane != null) {
                        lane.pause(paused);
                      }
                      return status(target);
                    }));
  }

  /** The newest deliveries that were given up, oldest first; nothing if there is no such target. */
  public Optional<List<Letter>> dead(long number, int limit) {
    return locked(() -> find(number).map(target -> outbox.dead(number, limit)));
  }

  /**
   * Lets deliveries that were given up wait again, and tries everything that waits at once.
   *
   * @param delivery only this one, or null for all
   * @return how many were revived; nothing if there is no such target
   */
  public Optional<Integer> retry(long number, @Nullable DeliveryId delivery) {
    return locked(
        () ->
            find(number)
                .map(
                    target -> {
                      List<Letter> revived = outbox.revive(number, delivery);
                      Lane lane = lanes.get(number);
                      if (lane != null) {
                        lane.retry(revived);
                      }
                      return revived.size();
                    }));
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Targets that take deliveries are given what is left, for a moment; the rest is for next time.
   */
  @Override
  public void close() {
    locked(
        () -> {
          if (!running) {
            return false;
          }
          running = false;
          Instant end = steady.instant().plus(FAREWELL);
          lanes.values().forEach(lane -> lane.drain(end));
          lanes.values().forEach(Lane::close);
          lanes.clear();
          clerk.close();
          return true;
        });
  }
}
