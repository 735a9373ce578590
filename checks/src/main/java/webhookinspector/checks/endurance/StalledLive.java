package webhookinspector.checks.endurance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.admin.AdminPort;
import webhookinspector.checks.durability.ReceiverProcess;

/** Readers of the feed that take nothing any more, while deliveries come. */
public final class StalledLive implements Check {

  private static final int READERS = 100;
  private static final int DELIVERIES = 2_000;
  private static final int EVENTS = 10;
  private static final int COME_AGAIN = 20;
  private static final long MOST_GROWTH = 50L << 20;

  @Override
  public String name() {
    return "stalled-live";
  }

  @Override
  public String promise() {
    return "100 readers of the feed that stall cost under 50 MB; who comes again misses nothing";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("at full size only; FeedStreamTest stalls one reader");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    var readers = new ArrayList<Reader>();
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
      AdminPort admin = AdminPort.of(data);
      Flow.send(receiver.port(), 8, DELIVERIES, EVENTS); // what fills once is full then
      awaitIndexed(admin, DELIVERIES);
      long before = Memory.live(receiver.pid());
      for (int i = 0; i < READERS; i++) {
        readers.add(new Reader(admin));
      }
      var acks = Flow.send(receiver.port(), 8, DELIVERIES, EVENTS);
      long last = awaitIndexed(admin, 2 * DELIVERIES); // what is read in one go is no reader's
      long grown = Memory.live(receiver.pid()) - before;
      return judge(readers, last, grown, acks);
    } finally {
      for (Reader reader : readers) {
        reader.close();
      }
    }
  }

  private static Outcome judge(List<Reader> readers, long last, long grown, List<Double> acks)
      throws Exception {
    long whole = 0;
    for (Reader reader : readers.subList(0, COME_AGAIN)) {
      whole += reader.resume(last) == DELIVERIES ? 1 : 0;
    }
    return Outcome.of(
        grown < MOST_GROWTH && whole == COME_AGAIN,
        String.format(
            Locale.ROOT,
            "%d readers stalled, %d deliveries: live heap grew by %.1f MB, acks p99 %.0f ms;"
                + " %d of %d that came again got all %d, each once",
            READERS,
            DELIVERIES,
            grown / 1e6,
            Flow.percentile(acks, 99),
            whole,
            COME_AGAIN,
            DELIVERIES));
  }

  /** The newest position, once so many deliveries can be looked up. */
  private static long awaitIndexed(AdminPort admin, long deliveries) throws Exception {
    for (int i = 0; i < 3_000; i++) {
      if (admin.get("/api/v1/count").path("matching").asLong() >= deliveries) {
        return admin
            .get("/api/v1/deliveries?limit=1")
            .path("deliveries")
            .path(0)
            .path("position")
            .asLong();
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new IllegalStateException("not indexed within a minute");
  }
}
