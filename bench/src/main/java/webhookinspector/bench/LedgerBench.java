package webhookinspector.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Source;
import webhookinspector.ledger.LedgerHealth;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;

/**
 * Durable appends to the SQLite ledger by 1, 32, 64 and 256 callers, each of which waits for its
 * answer before it comes again. CPU is that of the whole process, the callers included.
 */
public final class LedgerBench {

  private static final int BODY_BYTES = 1_024;
  private static final Headers HEADERS =
      Headers.of(
          "Host",
          "inspector.example.test",
          "User-Agent",
          "Asana/1.0",
          "Content-Length",
          "1024",
          "Content-Type",
          "application/json; charset=UTF-8",
          "Accept-Encoding",
          "gzip",
          "X-Hook-Signature",
          "10468027b67df18c739cc4794c6fc2d2806dcaaf2259fc3e1ed9d26433659853",
          "X-Forwarded-For",
          "203.0.113.7",
          "X-Forwarded-Proto",
          "https");
  private static final Judgement AUTHENTIC =
      new Judgement(false, "authentic", "signed with this inbox's secret (0123456789ab)", true);

  private static final InboxName INBOX = new InboxName("ads");

  private LedgerBench() {}

  /**
   * @param args the folder to write into, and the seconds a run takes
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Duration length = Duration.ofSeconds(Long.parseLong(args[1]));
    System.out.println("callers  appends/s  CPU µs each  appends a sync  p50 ms  p99 ms  max ms");
    for (int callers : new int[] {256, 1, 32, 64, 256}) {
      Path file = Files.createTempDirectory(folder, "bench").resolve("ledger.db");
      try (var ledger = SqliteLedger.open(file, LedgerSettings.DEFAULTS, InstantSource.system())) {
        run(ledger, callers, length);
      }
    }
  }

  private static void run(SqliteLedger ledger, int callers, Duration length) throws Exception {
    var ids = new DeliveryIds(InstantSource.system(), new Random(1));
    long[] micros = new long[4_000_000];
    var count = new AtomicLong();
    long cpu = cpuNanos();
    long start = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        threads.execute(
            () -> {
              while (System.nanoTime() - start < length.toNanos()) {
                long before = System.nanoTime();
                ledger.append(sample(ids));
                micros[(int) count.getAndIncrement()] = (System.nanoTime() - before) / 1_000;
              }
            });
      }
    }
    print(
        callers, count.get(), System.nanoTime() - start, cpuNanos() - cpu, ledger.health(), micros);
  }

  private static Judged sample(DeliveryIds ids) {
    var body = Body.wrapping(new byte[BODY_BYTES]);
    var delivery = new Delivery(Instant.EPOCH, HEADERS, body);
    return new Judged(ids.next(), INBOX, Source.WEBHOOK, delivery, AUTHENTIC, 200);
  }

  private static void print(
      int callers, long count, long wall, long cpu, LedgerHealth health, long[] micros) {
    long[] sorted = Arrays.copyOf(micros, (int) count);
    Arrays.sort(sorted);
    System.out.printf(
        "%7d %10d %12.1f %15.1f %7.2f %7.2f %7.2f%n",
        callers,
        count * 1_000_000_000L / wall,
        cpu / 1_000.0 / count,
        (double) health.kept() / health.commits(),
        sorted[(int) (count * 0.5)] / 1_000.0,
        sorted[(int) (count * 0.99)] / 1_000.0,
        sorted[(int) count - 1] / 1_000.0);
  }

  private static long cpuNanos() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }
}
