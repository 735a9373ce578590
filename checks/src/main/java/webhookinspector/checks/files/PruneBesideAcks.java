package webhookinspector.checks.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.checks.forward.Posting;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;

/**
 * Half of a long past is dropped and its space given back, and costly questions are asked, while
 * deliveries arrive.
 */
public final class PruneBesideAcks implements Check {

  private static final int PER_SECOND = 100;
  private static final double LIMIT_MILLIS = 500;

  /** In each test run other tests keep the machine busy. */
  private static final double BUSY_LIMIT_MILLIS = 5_000;

  @Override
  public String name() {
    return "prune-beside-acks";
  }

  @Override
  public String promise() {
    return "100 acks/s in < 500 ms (p99) while half of 200,000 is pruned and 20 evil searches run";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    int deliveries = size.of(1_000, 200_000);
    SampleFolder.prepare(data);
    SampleFolder.fill(data, deliveries);
    Command.run(folder, "history", "rebuild", "--data", data + "").well();
    long before = bytes(data);
    var numbers = new AtomicInteger();
    var acknowledged = new ArrayList<String>();
    double alone;
    double beside = 0;
    long pruned;
    int asked;
    try (var receiver = ReceiverProcess.start(data, folder)) {
      alone = post(receiver, size.of(50, 500), numbers, acknowledged);
      var evil = EvilSearches.begin(receiver.adminPort(), data);
      CompletableFuture<Command> prune = prune(folder, data, deliveries / 2);
      while (!prune.isDone() || !evil.isDone()) {
        beside = Math.max(beside, post(receiver, size.of(50, 500), numbers, acknowledged));
      }
      pruned = prune.get().well().millis();
      asked = evil.get();
    }
    long lost = lost(data, acknowledged);
    long after = bytes(data);
    double limit = size == Size.QUICK ? BUSY_LIMIT_MILLIS : LIMIT_MILLIS;
    boolean smaller = size == Size.QUICK || after < before * 8 / 10;
    return Outcome.of(
        lost == 0 && beside < limit && smaller && asked == EvilSearches.COUNT,
        String.format(
            Locale.ROOT,
            "%,d of %,d pruned in %.1f s, %,d to %,d MB on disk; %d evil searches; of %,d"
                + " acknowledged %d lost; ack p99 alone %.1f ms, beside (worst of its stretches)"
                + " %.1f of %.0f ms",
            deliveries / 2,
            deliveries,
            pruned / 1e3,
            before >> 20,
            after >> 20,
            asked,
            acknowledged.size(),
            lost,
            alone,
            beside,
            limit));
  }

  /** Posts for some seconds and tells the time within which 99 of 100 were answered. */
  private static double post(
      ReceiverProcess receiver, int count, AtomicInteger numbers, List<String> acknowledged) {
    var posting = new Posting(receiver.port(), count, PER_SECOND, numbers);
    posting.begin().orTimeout(5, TimeUnit.MINUTES).join();
    acknowledged.addAll(posting.acknowledged());
    return posting.p99Millis();
  }

  private static CompletableFuture<Command> prune(Path folder, Path data, int kept) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Command.run(folder, "prune", "--keep-count", kept + "", "--data", data + "");
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static long lost(Path data, List<String> acknowledged) {
    try (var ledger =
        SqliteLedger.open(
            data.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.system())) {
      return acknowledged.stream().filter(id -> ledger.find(new DeliveryId(id)).isEmpty()).count();
    }
  }

  private static long bytes(Path data) throws Exception {
    return Files.size(data.resolve("ledger.db")) + Files.size(data.resolve("history.db"));
  }
}
