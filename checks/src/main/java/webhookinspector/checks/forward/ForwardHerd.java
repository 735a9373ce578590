package webhookinspector.checks.forward;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;

/** A target that comes back to a heap of deliveries. */
public final class ForwardHerd implements Check {

  private static final int LIMIT = 100;
  private static final long PATIENCE_MILLIS = 200_000;

  @Override
  public String name() {
    return "forward-herd";
  }

  @Override
  public String promise() {
    return "a target that is back gets what has gathered at the limit, 95 to 105 a second";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    int count = size.of(400, 10_000);
    try (var app = new FlakyApp()) {
      app.stop();
      var words =
          List.of("--forward", app.address().toString(), "--forward-rate", Integer.toString(LIMIT));
      try (ReceiverProcess receiver = ReceiverProcess.start(data, folder, words)) {
        new Posting(receiver.port(), count, 2_000, new AtomicInteger()).begin().join();
        app.start();
        app.await(arrived -> arrived >= count, PATIENCE_MILLIS);
      }
      return judge(app, count);
    }
  }

  private static Outcome judge(FlakyApp app, int count) {
    long[] times =
        app.arrivals().values().stream()
            .flatMap(List::stream)
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    double seconds = (times[times.length - 1] - times[0]) / 1e9;
    double rate = (times.length - 1) / seconds;
    return Outcome.of(
        times.length == count && rate >= 0.95 * LIMIT && rate <= 1.05 * LIMIT,
        String.format(
            Locale.ROOT,
            "%d of %d in %.1f s: %.1f a second at a limit of %d",
            times.length,
            count,
            seconds,
            rate,
            LIMIT));
  }
}
