package webhookinspector.junit;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import webhookinspector.event.Ref;
import webhookinspector.faults.Fault;
import webhookinspector.faults.Scenario;
import webhookinspector.sender.Attempt;
import webhookinspector.simulator.Changes;
import webhookinspector.simulator.Simulator;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;

/**
 * The handle of a test on its local Asana. Whatever is done through it, or by REST, stands in the
 * story that a failing test tells.
 */
public sealed interface LocalAsana permits AsanaSimulator, RunningAsana {

  /** How long the waiting methods wait unless told otherwise: 10 s of real time. */
  Duration PATIENCE = Duration.ofSeconds(10);

  /** Everything else that it can do. What is done through it does not stand in the story. */
  Simulator simulator();

  /** Changes made by people, at once. */
  Changes changes();

  /** Writes a line into the story that a failing test tells. */
  void note(String text);

  /**
   * From now on it misbehaves, as in {@code inject(Fault.lost().times(3))}; see docs/faults.md.
   *
   * @return its number, to take it away by {@code simulator().faults().remove(number)}
   */
  default int inject(Fault fault) {
    note("inject(" + fault.text() + ")");
    return simulator().faults().inject(fault);
  }

  /**
   * A whole bad day, such as {@code laptop-asleep-for-a-night}.
   *
   * @throws IllegalArgumentException when there is no scenario of that name, with those there are
   */
  default void play(String scenario) {
    Scenario found = Scenario.named(scenario);
    note("play(" + scenario + "): " + found.story());
    simulator().faults().play(found);
  }

  /** Takes all faults away. */
  default void behave() {
    note("behave()");
    simulator().faults().clear();
  }

  /** Each attempt of this test with its answer, in the order in which they ended. */
  List<Attempt> attempts();

  /** The base of Asana's calls: {@code http://127.0.0.1:N/api/1.0}. */
  default URI api() {
    return simulator().api();
  }

  /** A token that it accepts. */
  default String token() {
    return simulator().token();
  }

  /** The project that is there from the start. */
  default Ref project() {
    return simulator().project();
  }

  /** Everybody; the first is who the token acts for. */
  default List<Ref> people() {
    return simulator().people();
  }

  default Ref createProject(String name) {
    return changes().createProject(name);
  }

  default Ref createTask(Ref project, String name) {
    return changes().createTask(project, name);
  }

  default void complete(Ref task) {
    changes().complete(task);
  }

  default void rename(Ref item, String name) {
    changes().rename(item, name);
  }

  default Ref comment(Ref task, String text) {
    return changes().comment(task, text);
  }

  /**
   * Creates a webhook by REST, as any client would: the target is asked to shake hands meanwhile.
   *
   * @param filters none: everything
   * @throws IllegalStateException with Asana's own words when it refuses
   */
  default Webhook createWebhook(Ref resource, URI target, Filter... filters) {
    return new WebhookCall(simulator()).create(resource, target, List.of(filters));
  }

  /** The webhooks that exist now. */
  default List<Webhook> webhooks() {
    return simulator().webhooks();
  }

  /** The simulator's time. */
  default Instant now() {
    return simulator().now();
  }

  /** Moves the clock ahead; when this returns, everything that fell due has happened. */
  default void advance(Duration by) {
    note("advance(" + by + ")");
    simulator().advance(by);
  }

  /** The attempts of this test that had events inside and were accepted. */
  default List<Attempt> delivered() {
    return attempts().stream()
        .filter(each -> each.kind() == Attempt.Kind.EVENTS && each.delivered())
        .toList();
  }

  /** {@link #awaitDelivered(int, Duration)} with {@link #PATIENCE}. */
  default List<Attempt> awaitDelivered(int deliveries) {
    return awaitDelivered(deliveries, PATIENCE);
  }

  /**
   * Waits until at least that many deliveries with events were accepted in this test.
   *
   * @param patience of real time
   * @throws AssertionError when they were not, and why
   */
  default List<Attempt> awaitDelivered(int deliveries, Duration patience) {
    return new Waiting(this, patience)
        .until("delivered", Words.count(deliveries, "delivery"), deliveries, this::delivered);
  }

  /** {@link #awaitAttempts(int, Duration)} with {@link #PATIENCE}. */
  default List<Attempt> awaitAttempts(int attempts) {
    return awaitAttempts(attempts, PATIENCE);
  }

  /**
   * Waits until at least that many attempts of any kind have ended in this test, well or badly.
   *
   * @param patience of real time
   * @throws AssertionError when they have not, and why
   */
  default List<Attempt> awaitAttempts(int attempts, Duration patience) {
    return new Waiting(this, patience)
        .until("attempts", Words.count(attempts, "attempt"), attempts, this::attempts);
  }

  /** {@link #awaitNothingWaiting(Duration)} with {@link #PATIENCE}. */
  default void awaitNothingWaiting() {
    awaitNothingWaiting(PATIENCE);
  }

  /**
   * Waits until no event waits for delivery to any webhook.
   *
   * @param patience of real time
   * @throws AssertionError when some still do, and why
   */
  default void awaitNothingWaiting(Duration patience) {
    new Waiting(this, patience).untilNothingWaits();
  }
}
