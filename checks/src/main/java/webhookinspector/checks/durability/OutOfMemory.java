package webhookinspector.checks.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.delivery.Body;

/**
 * Bodies of 1 MiB on 32 connections with a heap of 64 MB, and with one that cannot be enough (H13,
 * F6).
 */
public final class OutOfMemory implements Check {

  private static final int CLIENTS = 32;
  private static final int MIB = 1 << 20;

  @Override
  public String name() {
    return "out-of-memory";
  }

  @Override
  public String promise() {
    return "whatever memory there is, a 200 is kept; the process is healthy or gone, and leaves no dump";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("writes gigabytes");
    }
    Stage usual = run(folder, 256, 500);
    Stage small = run(folder, 64, 2_000);
    Stage tiny = run(folder, 20, 300);
    return Outcome.of(
        usual.good() && usual.exit() == 0 && small.good() && tiny.good() && tiny.exit() > 0,
        "heap of 256 MB: %s; of 64 MB: %s; of 20 MB: %s".formatted(usual, small, tiny));
  }

  /**
   * @param exit its exit code, or 0 while it lives and takes deliveries
   */
  private record Stage(int exit, long refused, Kept kept, List<String> dumps) {

    boolean good() {
      return kept.everything() && dumps.isEmpty() && exit >= 0;
    }

    @Override
    public String toString() {
      return "%s, %d × 503, %s%s"
          .formatted(
              exit == 0 ? "healthy" : exit < 0 ? "NEITHER healthy nor gone" : "ended with " + exit,
              refused,
              kept,
              dumps.isEmpty() ? ", no dump" : ", LEFT " + dumps);
    }
  }

  private static Stage run(Path parent, int megabytes, int wanted) throws Exception {
    Path folder = Files.createDirectory(parent.resolve("heap-" + megabytes));
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    var environment = Map.of("_JAVA_OPTIONS", "-Xmx" + megabytes + "m -XX:+ExitOnOutOfMemoryError");
    try (ReceiverProcess receiver = start(data, folder, environment)) {
      if (receiver == null) {
        return new Stage(1, 0, new Kept(0, 0, 0, "ok"), dumps(folder));
      }
      try (var traffic = new Traffic(receiver.port(), CLIENTS, MIB - 100, MIB - 50, 0)) {
        traffic.awaitOr(200, wanted, 120_000, () -> !receiver.isAlive());
        traffic.stop();
        int exit = receiver.awaitEnd(1_000);
        boolean healthy = exit < 0 && takesOne(receiver.port());
        receiver.kill();
        Kept kept = Kept.in(data.resolve("ledger.db"), traffic.promises());
        return new Stage(healthy ? 0 : exit, traffic.count(503), kept, dumps(folder));
      }
    }
  }

  /** Null when so little is not even enough to start: that is gone, too. */
  private static @Nullable ReceiverProcess start(
      Path data, Path folder, Map<String, String> environment) throws Exception {
    try {
      return ReceiverProcess.start(data, folder, environment, List.of());
    } catch (IllegalStateException _) {
      return null;
    }
  }

  private static boolean takesOne(int port) {
    try (var courier = new Courier(port)) {
      return courier.send(Body.of("{\"events\":[]}")).status() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private static List<String> dumps(Path folder) throws IOException {
    var dumps = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".hprof") || name.startsWith("hs_err") || name.startsWith("core")) {
          dumps.add(name);
        }
      }
    }
    return dumps;
  }
}
