package webhookinspector.checks.forward;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;

/** A target that restarts under traffic, and a receiver that is killed while it forwards. */
public final class ForwardChaos implements Check {

  private static final double MOST_MILLIS = 250;
  private static final long PATIENCE_MILLIS = 120_000;

  /** What is on its way when a process ends may come twice. */
  private static final long AROUND_NANOS = TimeUnit.SECONDS.toNanos(1);

  @Override
  public String name() {
    return "forward-chaos";
  }

  @Override
  public String promise() {
    return "a target that restarts, or we, miss nothing; repeats only around it; acks stay quick";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    var bodies = new AtomicInteger();
    var cuts = new ArrayList<Long>();
    var acknowledged = new HashSet<String>();
    try (var app = new FlakyApp()) {
      var words = List.of("--forward", app.address().toString(), "--forward-rate", "2000");
      double p99;
      try (ReceiverProcess receiver = ReceiverProcess.start(data, folder, words)) {
        p99 = underRestarts(size, receiver, app, bodies, cuts, acknowledged);
        gather(size.of(300, 1_000), receiver, app, bodies, acknowledged);
        int before = app.arrivals().size();
        app.start();
        app.await(arrived -> arrived > before + 100, PATIENCE_MILLIS);
        cuts.add(System.nanoTime());
        receiver.kill();
      }
      try (ReceiverProcess _ = ReceiverProcess.start(data, folder, words)) {
        app.await(arrived -> arrived >= acknowledged.size(), PATIENCE_MILLIS);
      }
      return judge(app, acknowledged, cuts, p99);
    }
  }

  /** The ack's p99 meanwhile, in milliseconds. */
  private static double underRestarts(
      Size size,
      ReceiverProcess receiver,
      FlakyApp app,
      AtomicInteger bodies,
      List<Long> cuts,
      Set<String> acknowledged)
      throws Exception {
    int count = size.of(1_500, 10_000);
    var posting = new Posting(receiver.port(), count, 400, bodies);
    CompletableFuture<Void> posted = posting.begin();
    for (int restart = 1; restart <= 3; restart++) {
      while (posting.sent() < count * restart / 4 && !posted.isDone()) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      cuts.add(System.nanoTime());
      app.stop();
      TimeUnit.MILLISECONDS.sleep(size.of(300, 2_000));
      app.start();
    }
    posted.join();
    acknowledged.addAll(posting.acknowledged());
    app.await(arrived -> arrived >= count, PATIENCE_MILLIS);
    return posting.p99Millis();
  }

  /** While nobody takes it. */
  private static void gather(
      int count,
      ReceiverProcess receiver,
      FlakyApp app,
      AtomicInteger bodies,
      Set<String> acknowledged) {
    app.stop();
    var posting = new Posting(receiver.port(), count, 1_000, bodies);
    posting.begin().join();
    acknowledged.addAll(posting.acknowledged());
  }

  private static Outcome judge(
      FlakyApp app, Set<String> acknowledged, List<Long> cuts, double p99) {
    long missing = acknowledged.stream().filter(id -> !app.arrivals().containsKey(id)).count();
    List<List<Long>> repeated =
        app.arrivals().values().stream().filter(times -> times.size() > 1).toList();
    long unexplained = repeated.stream().filter(times -> !isAround(times.getFirst(), cuts)).count();
    return Outcome.of(
        missing == 0 && unexplained == 0 && p99 < MOST_MILLIS,
        String.format(
            Locale.ROOT,
            "%d acknowledged, %d missing; 3 restarts of the target, 1 kill -9 of ours: %d came twice,"
                + " %d of them at another time; ack p99 %.1f ms",
            acknowledged.size(),
            missing,
            repeated.size(),
            unexplained,
            p99));
  }

  private static boolean isAround(long time, List<Long> cuts) {
    return cuts.stream().anyMatch(cut -> Math.abs(time - cut) < AROUND_NANOS);
  }
}
