package webhookinspector.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The faults that are at work, to be added to and taken from while the local Asana runs. */
public final class ActiveFaults implements Faults {

  /** The simulator's clock, as far as faults need it. */
  public interface Time {

    Instant now();

    void at(Instant when, Runnable action);

    void jump(Duration by);
  }

  /**
   * A fault that was injected.
   *
   * @param number from 1, to remove it by
   * @param until null: until it is removed
   * @param struck how often so far
   */
  public record Injected(
      int number, Fault fault, Instant from, @Nullable Instant until, int struck) {}

  private final Faults otherwise;
  private final Time time;
  private final DeliveryFaults deliveries;
  private final Lot lot;
  private final List<InForce> all = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /**
   * @param otherwise asked first; what it decides is made worse
   * @param seed draws the lots
   */
  public ActiveFaults(Faults otherwise, Time time, long seed) {
    this.otherwise = otherwise;
    this.time = time;
    this.deliveries = new DeliveryFaults(seed);
    this.lot = new Lot(seed);
  }

  /** From now on, or from its own beginning, it is at work; its number. */
  public int inject(Fault fault) {
    Instant from = time.now().plus(fault.after());
    Duration lasting = fault.lasting();
    var added =
        new InForce(
            numbers.incrementAndGet(), fault, from, lasting == null ? null : from.plus(lasting));
    all.add(added);
    if (fault.kind() == FaultKind.CLOCK_JUMP) {
      time.at(from, () -> jump(added));
    }
    return added.number();
  }

  private void jump(InForce fault) {
    if (all.contains(fault) && fault.claim()) {
      time.jump(fault.fault().by());
    }
  }

  /** All faults of a scenario; their numbers. */
  public List<Integer> play(Scenario scenario) {
    return scenario.faults().stream().map(this::inject).toList();
  }

  /** Takes one away; false when there is none of that number. */
  public boolean remove(int number) {
    return all.removeIf(each -> each.number() == number);
  }

  /** Takes all away: Asana behaves again. */
  public void clear() {
    all.clear();
  }

  /** In the order in which they were injected, those included whose time is over. */
  public List<Injected> list() {
    return all.stream().map(InForce::view).toList();
  }

  @Override
  public Plan onDelivery(Parcel parcel) {
    Plan plan = otherwise.onDelivery(parcel);
    for (InForce each : all) {
      if (concerns(each, parcel) && each.strikes(parcel.at(), lot.of(each.number(), parcel))) {
        plan = deliveries.worsen(plan, each.fault(), parcel);
      }
    }
    return deliveries.finish(plan, parcel);
  }

  private boolean concerns(InForce each, Parcel parcel) {
    Fault fault = each.fault();
    return switch (fault.kind().stage()) {
      case DELIVERY, HANDSHAKE ->
          FaultScope.covers(fault, parcel)
              && !(fault.kind() == FaultKind.REORDERED && deliveries.holdsBack(parcel.webhook()));
      default -> false;
    };
  }

  @Override
  public List<Plan.Sending> onDeletion(String webhook) {
    List<Plan.Sending> strays =
        striking(FaultKind.Stage.DELETION, webhook)
            .flatMap(fault -> deliveries.last(webhook).map(last -> stray(last, fault.by())))
            .map(List::of)
            .orElse(List.of());
    deliveries.forget(webhook);
    return strays;
  }

  private static Plan.Sending stray(Parcel last, Duration by) {
    return new Plan.Sending(last, by, Plan.Manner.WHOLE, false);
  }

  @Override
  public Batching onBatch(String webhook, Batching normal) {
    return striking(FaultKind.Stage.BATCH, webhook)
        .map(
            fault ->
                fault.kind() == FaultKind.SPLIT
                    ? new Batching(normal.window(), fault.amount())
                    : new Batching(fault.by(), fault.amount()))
        .orElseGet(() -> otherwise.onBatch(webhook, normal));
  }

  @Override
  public Optional<StreamFault> onPage(String resource) {
    return striking(FaultKind.Stage.STREAM, resource)
        .<StreamFault>map(
            fault ->
                fault.kind() == FaultKind.STREAM_EXPIRES
                    ? new StreamFault.Expire()
                    : new StreamFault.Omit(fault.amount()))
        .or(() -> otherwise.onPage(resource));
  }

  private Optional<Fault> striking(FaultKind.Stage stage, String gid) {
    Instant now = time.now();
    return all.stream()
        .filter(each -> each.fault().kind().stage() == stage)
        .filter(each -> FaultScope.covers(each.fault(), gid))
        .filter(each -> each.strikes(now, lot.next(each)))
        .findFirst()
        .map(InForce::fault);
  }

  @Override
  public Optional<CallFault> onCall(String method, String path) {
    Instant now = time.now();
    return all.stream()
        .filter(each -> each.fault().kind().stage() == FaultKind.Stage.CALL)
        .filter(each -> FaultScope.covers(each.fault(), method, path))
        .filter(each -> each.strikes(now, lot.next(each)))
        .findFirst()
        .map(each -> callFault(each.fault()))
        .or(() -> otherwise.onCall(method, path));
  }

  private static CallFault callFault(Fault fault) {
    return switch (fault.kind()) {
      case RATE_LIMITED -> new CallFault.Refuse(429, fault.by());
      case SERVER_ERROR -> new CallFault.Refuse(fault.amount(), Duration.ZERO);
      case SLOW_ANSWER -> new CallFault.Delay(fault.by());
      case LOST_ANSWER -> new CallFault.Swallow();
      default -> new CallFault.Garbage();
    };
  }
}
