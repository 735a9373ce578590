package webhookinspector.simulator;

import java.time.Duration;
import java.time.Instant;
import webhookinspector.faults.ActiveFaults;
import webhookinspector.world.WorldClock;

/** The world's clock, for the faults. */
record FaultTime(WorldClock clock) implements ActiveFaults.Time {

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void at(Instant when, Runnable action) {
    clock.at(when, "fault", action);
  }

  @Override
  public void jump(Duration by) {
    clock.jump(by);
  }
}
