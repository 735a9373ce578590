package webhookinspector.checks.durability;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/**
 * The order of three system calls, for each 200: the delivery is written, a sync of that file
 * begins behind the write and ends well, and only then the 200 leaves the process.
 */
public final class AckAfterSync implements Check {

  private static final Pattern ID = Pattern.compile("01[0-9A-HJKMNP-TV-Z]{24}");

  @Override
  public String name() {
    return "ack-after-sync";
  }

  @Override
  public String promise() {
    return "no 200 leaves before the sync that covers its delivery has ended";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("power-cut reads the same trace in the small, and asks for more");
    }
    if (!Tools.work("strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "true")) {
      return Outcome.skipped("strace is missing or may not trace here");
    }
    Order receiver = traceReceiver(folder);
    Order control = traceCareless(folder);
    return Outcome.of(
        receiver.acks >= 2_000 && receiver.early == 0 && control.early > 0,
        "%,d × 200 behind %,d syncs of the ledger's log: %d left before the one that covers them; control with synchronous=NORMAL: %d of %d"
            .formatted(receiver.acks, receiver.syncs, receiver.early, control.early, control.acks));
  }

  /** What a trace shows. */
  private record Order(int acks, int syncs, int early) {}

  private static Order traceReceiver(Path folder) throws Exception {
    Path data = Files.createDirectory(folder.resolve("real")).resolve("data");
    ReceiverProcess.prepare(data);
    Path trace = folder.resolve("real.trace");
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder, Trace.command(trace));
        var traffic = new Traffic(receiver.port(), 16, 200, 2_000, 0)) {
      traffic.await(200, 2_000, 120_000);
      traffic.stop();
    }
    return order(Trace.read(trace, data));
  }

  private static Order traceCareless(Path folder) throws Exception {
    Path data = Files.createDirectory(folder.resolve("careless"));
    Path trace = folder.resolve("careless.trace");
    var command = new ArrayList<>(List.of(Trace.command(trace)));
    command.addAll(ReceiverProcess.java(CarelessWriter.class.getName()));
    command.addAll(List.of(data.resolve("ledger.db").toString(), "100"));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("careless.out").toFile())
        .start()
        .waitFor();
    return order(Trace.read(trace, data));
  }

  private static Order order(List<DiskEvent> events) {
    Map<String, Integer> written = new HashMap<>();
    int acks = 0;
    int syncs = 0;
    int early = 0;
    int begun = -1;
    int covered = -1; // everything written before this event is on disk
    for (int now = 0; now < events.size(); now++) {
      switch (events.get(now)) {
        case DiskEvent.Write write when isLog(write.file) -> note(write.bytes, now, written);
        case DiskEvent.SyncBegins(Path file) when isLog(file) -> begun = now;
        case DiskEvent.SyncEnds(Path file) when isLog(file) -> {
          covered = begun;
          syncs++;
        }
        case DiskEvent.Promised(String id) -> {
          acks++;
          early += written.getOrDefault(id, Integer.MAX_VALUE) < covered ? 0 : 1;
        }
        default -> {}
      }
    }
    return new Order(acks, syncs, early);
  }

  private static boolean isLog(Path file) {
    return file.endsWith("ledger.db-wal");
  }

  /** Where each id was written first: its page may be written again later, with others. */
  private static void note(byte[] bytes, int now, Map<String, Integer> written) {
    ID.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
        .results()
        .map(MatchResult::group)
        .forEach(id -> written.putIfAbsent(id, now));
  }
}
