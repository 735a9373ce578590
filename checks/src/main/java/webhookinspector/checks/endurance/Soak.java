package webhookinspector.checks.endurance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.admin.AdminPort;
import webhookinspector.checks.durability.ReceiverProcess;

/**
 * Hours of ordinary traffic, or as many minutes as {@code -Dsoak.minutes} says: memory and open
 * files must not grow once the program is warm.
 */
public final class Soak implements Check {

  private static final int DEFAULT_MINUTES = 10;
  private static final int PER_SECOND = 50;
  private static final int CLIENTS = 4;
  private static final double LIVE_MEGABYTES = 4;
  private static final double RESIDENT_MEGABYTES = 12;
  private static final long DESCRIPTORS = 8;

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String promise() {
    return "neither memory nor open files grow with time (10 minutes, or -Dsoak.minutes)";
  }

  /**
   * @param live bytes of objects
   * @param resident bytes of the machine's memory
   */
  private record Sample(long live, long resident, long descriptors) {}

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("at full size only: it takes ten minutes");
    }
    Duration length = Duration.ofMinutes(Integer.getInteger("soak.minutes", DEFAULT_MINUTES));
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
      int deliveries = Math.toIntExact(length.toSeconds() * PER_SECOND);
      var traffic =
          CompletableFuture.supplyAsync(
              () -> Flow.send(receiver.port(), CLIENTS, deliveries, 2, PER_SECOND));
      List<Sample> samples = watch(receiver.pid(), AdminPort.of(data), traffic);
      return judge(length, traffic.join(), samples);
    }
  }

  /** Looks at the program as somebody with an open page does, and at what it takes. */
  private static List<Sample> watch(long pid, AdminPort admin, CompletableFuture<?> traffic)
      throws Exception {
    var samples = new ArrayList<Sample>();
    for (int second = 1; !traffic.isDone(); second++) {
      TimeUnit.SECONDS.sleep(1);
      admin.get("/api/v1/deliveries?limit=50");
      try (Reader _ = new Reader(admin)) { // opens a feed and leaves
        if (second % 10 == 0) {
          samples.add(new Sample(Memory.live(pid), Memory.resident(pid), Memory.descriptors(pid)));
        }
      }
    }
    return samples;
  }

  private static Outcome judge(Duration length, List<Double> acks, List<Sample> samples) {
    int third = samples.size() / 3; // the first is for getting warm
    List<Sample> early = samples.subList(third, 2 * third);
    List<Sample> late = samples.subList(2 * third, samples.size());
    double live = (low(late, Sample::live) - low(early, Sample::live)) / 1e6;
    double resident = (low(late, Sample::resident) - low(early, Sample::resident)) / 1e6;
    long descriptors = low(late, Sample::descriptors) - low(early, Sample::descriptors);
    return Outcome.of(
        live < LIVE_MEGABYTES && resident < RESIDENT_MEGABYTES && descriptors < DESCRIPTORS,
        String.format(
            Locale.ROOT,
            "%d min, %d deliveries, acks p99 %.0f ms; from the second third to the last: live heap"
                + " %+.1f MB (now %.0f), resident %+.1f MB (now %.0f), open files %+d (now %d)",
            length.toMinutes(),
            acks.size(),
            Flow.percentile(acks, 99),
            live,
            samples.getLast().live() / 1e6,
            resident,
            samples.getLast().resident() / 1e6,
            descriptors,
            samples.getLast().descriptors()));
  }

  /** The lowest, for what is used for a moment only is no leak. */
  private static long low(List<Sample> samples, ToLongFunction<Sample> what) {
    return samples.stream().mapToLong(what).min().orElse(0);
  }
}
