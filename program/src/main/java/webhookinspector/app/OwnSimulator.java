package webhookinspector.app;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import webhookinspector.faults.Fault;
import webhookinspector.faults.FaultKind;
import webhookinspector.faults.Scenario;
import webhookinspector.simulator.Simulator;
import webhookinspector.web.Refusal;
import webhookinspector.web.SimulatorControls;

/** {@link SimulatorControls} of the simulator in this process, if there is one. */
final class OwnSimulator implements SimulatorControls {

  private final Optional<Simulator> simulator;
  private final ReentrantLock clock = new ReentrantLock();
  private volatile double pace;

  /**
   * @param pace the team's when it begins, in changes a second
   */
  OwnSimulator(Optional<Simulator> simulator, double pace) {
    this.simulator = simulator;
    this.pace = pace;
  }

  private Simulator running() {
    return simulator.orElseThrow(
        () ->
            Refusal.notPossibleNow(
                "simulator: none runs in this process (expected: one)",
                "`inspector demo` brings one along."));
  }

  @Override
  public @Nullable State state() {
    return simulator.map(this::state).orElse(null);
  }

  private State state(Simulator running) {
    return new State(
        running.now(),
        running.clockSpeed(),
        pace,
        running.waiting(),
        running.faults().list().stream()
            .map(f -> new Injected(f.number(), f.fault().text(), f.until(), f.struck()))
            .toList(),
        List.of(FaultKind.values()).stream()
            .map(kind -> new Choice(kind.word(), what(kind) + " " + kind.effect()))
            .toList(),
        Scenario.all().stream().map(each -> new Choice(each.name(), each.story())).toList());
  }

  private static String what(FaultKind kind) {
    return switch (kind.stage()) {
      case DELIVERY -> "A delivery";
      case DELETION, HANDSHAKE, BATCH, CLOCK ->
          kind.stage().name().charAt(0)
              + kind.stage().name().substring(1).toLowerCase(Locale.ROOT)
              + ":";
      case CALL -> "A REST call";
      case STREAM -> "A page of events:";
    };
  }

  @Override
  public void change(int count) {
    running().team().make(count);
  }

  @Override
  public void addTask(String name) {
    Simulator running = running();
    running.changes().createTask(running.project(), name);
  }

  @Override
  public void team(double changesPerSecond) {
    running().team().work(changesPerSecond);
    pace = changesPerSecond;
  }

  @Override
  public void advance(Duration by) {
    Simulator running = running();
    if (!clock.tryLock()) {
      throw Refusal.notPossibleNow(
          "clock: it is jumping already (expected: one jump at a time)", "");
    }
    try {
      running.team().rest();
      running.advance(by);
    } finally {
      running.team().work(pace);
      clock.unlock();
    }
  }

  @Override
  public void inject(String text) {
    running().faults().inject(Fault.parse(text));
  }

  @Override
  public void play(String scenario) {
    running().faults().play(Scenario.named(scenario));
  }

  @Override
  public void remove(int number) {
    if (!running().faults().remove(number)) {
      throw Refusal.notFound("fault: " + number + " (expected: one that is at work)", "");
    }
  }

  @Override
  public void behave() {
    running().faults().clear();
  }
}
