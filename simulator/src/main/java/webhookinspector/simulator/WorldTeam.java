package webhookinspector.simulator;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.world.Appointment;
import webhookinspector.world.Work;
import webhookinspector.world.World;

/** {@link Team} by appointments with the clock, so that it works at the clock's speed. */
final class WorldTeam implements Team {

  private static final String KEY = "team";

  private final World world;
  private final Work work;
  private @Nullable Appointment next;

  WorldTeam(World world, Work work) {
    this.world = world;
    this.work = work;
  }

  @Override
  public void work(double changesPerSecond) {
    if (!(changesPerSecond > 0 && changesPerSecond <= 1_000_000)) {
      throw new IllegalArgumentException(
          "changesPerSecond: " + changesPerSecond + " (expected: above 0, at most 1000000)");
    }
    var pause = Duration.ofNanos((long) (1_000_000_000 / changesPerSecond));
    world.during(
        () -> {
          stop();
          appoint(world.now().plus(pause), pause);
          return true;
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
                    world.during(
                        () -> {
                          work.change();
                          appoint(when.plus(pause), pause);
                          return true;
                        }));
  }

  private void stop() {
    if (next != null) {
      next.cancel();
    }
  }

  @Override
  public void rest() {
    world.during(
        () -> {
          stop();
          return true;
        });
  }

  @Override
  public void make(int changes) {
    for (int i = 0; i < changes; i++) {
      world.during(
          () -> {
            work.change();
            return true;
          });
    }
  }
}
