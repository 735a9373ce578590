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

/**
 * A target that restarts under traffic beside one that hangs and one that is well, and a receiver
 * that is killed while it forwards.
 */
public final class ForwardChaos implements Check {

  private static final double MOST_MILLIS = 250;

  /** From the 200 to a target that is well; other tests keep the machine busy in each test run. */
  private static double mostToWell(Size size) {
    return size.of(20_000, 2_000);
  }

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
    try (var app = new FlakyApp();
        var well = new FlakyApp();
        var hanging = new HangingApp()) {
      var words = new ArrayList<>(List.of("--forward-rate", "2000"));
      List.of(app.address(), well.address(), hanging.address())
          .forEach(target -> words.addAll(List.of("--forward", target.toString())));
      Quickness quickness;
      try (ReceiverProcess receiver = ReceiverProcess.start(data, folder, words)) {
        quickness = underRestarts(size, receiver, app, well, bodies, cuts, acknowledged);
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
      boolean inTime = quickness.toWell < mostToWell(size) && hanging.held() > 0;
      return judge(app, acknowledged, cuts, quickness, inTime);
    }
  }

  /**
   * How long 99 % took meanwhile, in milliseconds.
   *
   * @param ack the answer
   * @param toWell from the answer to the target that is well
   */
  private record Quickness(double ack, double toWell) {}

  private static Quickness underRestarts(
      Size size,
      ReceiverProcess receiver,
      FlakyApp app,
      FlakyApp well,
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
    well.await(arrived -> arrived >= count, PATIENCE_MILLIS);
    return new Quickness(posting.p99Millis(), toWell(posting, well));
  }

  /** What never came took for ever. */
  private static double toWell(Posting posting, FlakyApp well) {
    double[] sorted =
        posting.answered().entrySet().stream()
            .mapToDouble(
                sent ->
                    well.arrivals().getOrDefault(sent.getKey(), List.of()).stream()
                        .mapToDouble(at -> (at - sent.getValue()) / 1e6)
                        .findFirst()
                        .orElse(Double.MAX_VALUE))
            .sorted()
            .toArray();
    return sorted[(int) ((sorted.length - 1) * 0.99)];
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
      FlakyApp app,
      Set<String> acknowledged,
      List<Long> cuts,
      Quickness quickness,
      boolean inTime) {
    long missing = acknowledged.stream().filter(id -> !app.arrivals().containsKey(id)).count();
    List<List<Long>> repeated =
        app.arrivals().values().stream().filter(times -> times.size() > 1).toList();
    long unexplained = repeated.stream().filter(times -> !isAround(times.getFirst(), cuts)).count();
    return Outcome.of(
        missing == 0 && unexplained == 0 && inTime && quickness.ack < MOST_MILLIS,
        String.format(
            Locale.ROOT,
            "%d acknowledged, %d missing; 3 restarts of the target, 1 kill -9 of ours: %d came twice,"
                + " %d of them at another time; ack p99 %.1f ms; beside one that hangs, a target that"
                + " is well has 99 %% within %.0f ms",
            acknowledged.size(),
            missing,
            repeated.size(),
            unexplained,
            quickness.ack,
            quickness.toWell));
  }

  private static boolean isAround(long time, List<Long> cuts) {
    return cuts.stream().anyMatch(cut -> Math.abs(time - cut) < AROUND_NANOS);
  }
}
