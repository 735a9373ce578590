package webhookinspector.checks.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.Kept;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.checks.durability.Tools;

/**
 * Three times as much as a slow disk can take, for a minute (threat J3). The disk is made slow,
 * each sync by half a second, so that it is the disk that has too much to do and not the processor,
 * which the senders need, too.
 */
public final class Overload implements Check {

  private static final String SLOW_SYNCS = "inject=fsync,fdatasync:delay_enter=500000";
  private static final int SECONDS = 60;
  private static final double GOODPUT = 0.8;
  private static final double REFUSED_WITHIN_MILLIS = 50;
  private static final double ANSWERED_WITHIN_MILLIS = 8_000;
  private static final double FLAT = 1.1;

  @Override
  public String name() {
    return "overload";
  }

  @Override
  public String promise() {
    return "with three times as much as it can take it does four fifths of its best, and grows no more";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("a rate means nothing beside other tests");
    }
    if (!Tools.work("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")) {
      return Outcome.skipped("strace is missing or may not trace here");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder, slowDisk())) {
      double capacity = capacity(receiver.port());
      var memory = new ArrayList<Long>();
      var flood = new OpenLoop(receiver.port(), 3 * capacity);
      CompletableFuture<Void> sending = flood.begin(SECONDS);
      while (!sending.isDone()) {
        TimeUnit.MILLISECONDS.sleep(500);
        memory.add(Running.residentMegabytes(receiver.pid()));
      }
      receiver.kill();
      return judge(capacity, flood, memory, Kept.in(data.resolve("ledger.db"), flood.promises()));
    }
  }

  private static String[] slowDisk() {
    return List.of(
            "strace",
            "-f",
            "--seccomp-bpf",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            "trace=fsync,fdatasync",
            "-e",
            SLOW_SYNCS)
        .toArray(String[]::new);
  }

  /** Deliveries a second, with as many senders as can be served at once. */
  private static double capacity(int port) throws InterruptedException {
    var stopped = new AtomicBoolean();
    var kept = new AtomicInteger();
    var clients = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < 200; i++) {
      clients.add(
          CompletableFuture.runAsync(() -> send(port, stopped, kept), Thread.ofVirtual()::start));
    }
    TimeUnit.SECONDS.sleep(5);
    int before = kept.get();
    long start = System.nanoTime();
    TimeUnit.SECONDS.sleep(15);
    double rate = (kept.get() - before) * 1e9 / (System.nanoTime() - start);
    stopped.set(true);
    clients.forEach(CompletableFuture::join);
    return rate;
  }

  private static Outcome judge(double capacity, OpenLoop flood, List<Long> memory, Kept kept) {
    double goodput = flood.promises().size() / flood.seconds();
    long early = most(memory.subList(memory.size() / 3, memory.size() * 2 / 3));
    long late = most(memory.subList(memory.size() * 2 / 3, memory.size()));
    return Outcome.of(
        goodput >= GOODPUT * capacity
            && flood.refusals().count() > 0
            && flood.refusals().millis(0.99) < REFUSED_WITHIN_MILLIS
            && flood.answers().millis(1) < ANSWERED_WITHIN_MILLIS
            && late <= early * FLAT
            && kept.everything(),
        "capacity %.0f/s, offered %.0f/s for %.0f s: %.0f/s acknowledged (%.0f %%), %d × 503 (median %.0f ms, p99 %.0f ms), %d cut off, acknowledged ones %s; memory %d MB, then %d MB; %s"
            .formatted(
                capacity,
                3 * capacity,
                flood.seconds(),
                goodput,
                100 * goodput / capacity,
                flood.refusals().count(),
                flood.refusals().millis(0.5),
                flood.refusals().millis(0.99),
                flood.cut(),
                flood.answers(),
                early,
                late,
                kept));
  }

  private static long most(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static void send(int port, AtomicBoolean stopped, AtomicInteger kept) {
    while (!stopped.get()) {
      try (var courier = OpenLoop.courier(port)) {
        while (!stopped.get()) {
          boolean good = courier.send(OpenLoop.BODY).status() == 200;
          kept.addAndGet(good ? 1 : 0);
          if (!good) {
            break;
          }
        }
      } catch (IOException _) {
        Thread.onSpinWait(); // the next connection
      }
    }
  }
}
