package webhookinspector.app;

import java.time.Duration;
import java.time.InstantSource;
import webhookinspector.watch.Hearing;
import webhookinspector.watch.Patrol;
import webhookinspector.watch.Rounds;
import webhookinspector.watch.Watch;

/** The health watch of a holder: what turns when. */
final class Watching implements AutoCloseable {

  /** Real time; a change of state is told this late at most. */
  private static final Duration REST = Duration.ofSeconds(1);

  private final Patrol patrol = new Patrol(REST);

  Watching(Core core, InstantSource clock) {
    Watch watch = core.watch();
    var rounds = new Rounds(core.asana(), core.registry(), watch, clock);
    Thread.ofVirtual()
        .name("watch-remembers")
        .start(() -> new Hearing(watch).remember(core.history()));
    patrol.again("watch-rounds", rounds::makeWhenDue);
    patrol.again(
        "watch-look",
        () -> {
          watch.look();
          core.state().trouble("webhooks", watch.trouble());
        });
  }

  @Override
  public void close() {
    patrol.close();
  }
}
