package webhookinspector.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the little team works: at a rate by the clock, or as much as is asked for at once. */
public final class Shift {

  private static final String KEY = "team";

  private final World world;
  private final Work work;
  private @Nullable Appointment next;
  private double rate;

  public Shift(World world, Work work) {
    this.world = world;
    this.work = work;
  }

  /**
   * Works at that rate until it is told otherwise.
   *
   * @param changesPerSecond on the simulator's clock; 0 rests
   */
  public void work(double changesPerSecond) {
    if (!(changesPerSecond >= 0 && changesPerSecond <= 1_000_000)) {
      throw new IllegalArgumentException(
          "changesPerSecond: " + changesPerSecond + " (expected: 0 to 1000000)");
    }
    world.run(
        () -> {
          rate = changesPerSecond;
          if (next != null) {
            next.cancel();
          }
          if (rate > 0) {
            var pause = Duration.ofNanos((long) (1_000_000_000 / rate));
            appoint(world.now().plus(pause), pause);
          }
        });
  }

  private void appoint(Instant when, Duration pause) {
    next =
        world
            .clock()
            .at(
                when,
                KEY,
                () ->
                    world.run(
                        () -> {
                          work.change();
                          appoint(when.plus(pause), pause);
                        }));
  }

  /** Changes a second; 0 at rest. */
  public double rate() {
    return world.during(() -> rate);
  }

  /** Makes that many changes now. */
  public void make(int changes) {
    for (int i = 0; i < changes; i++) {
      world.run(work::change);
    }
  }
}
