package webhookinspector.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link SimulatorControls} that remember what was asked of them. */
public final class MemorySimulator implements SimulatorControls {

  public final List<String> asked = new ArrayList<>();
  private final List<Injected> faults = new ArrayList<>();
  private Instant now = Instant.parse("2026-06-12T08:30:00Z");
  private double pace = 2.5;

  @Override
  public synchronized @Nullable State state() {
    return new State(
        now,
        1,
        pace,
        3,
        faults,
        List.of(new Choice("lost", "A delivery is never sent")),
        List.of(new Choice("late-201", "The create call answers late.")));
  }

  @Override
  public synchronized void change(int count) {
    asked.add("change " + count);
  }

  @Override
  public synchronized void addTask(String name) {
    asked.add("task " + name);
  }

  @Override
  public synchronized void team(double changesPerSecond) {
    pace = changesPerSecond;
  }

  @Override
  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public synchronized void inject(String text) {
    faults.add(new Injected(faults.size() + 1, text, null, 0));
  }

  @Override
  public synchronized void play(String scenario) {
    asked.add("play " + scenario);
  }

  @Override
  public synchronized void remove(int number) {
    if (!faults.removeIf(fault -> fault.number() == number)) {
      throw Refusal.notFound("fault: " + number + " (expected: one that is at work)", "");
    }
  }

  @Override
  public synchronized void behave() {
    faults.clear();
  }
}
