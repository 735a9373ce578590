package webhookinspector.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Durable, verified deliveries of about 1 KB beside three others that answer the same POSTs, all in
 * turns within one run, so that a busy machine is equally unfair to each.
 */
public final class ReceiveBench {

  private static final List<Integer> CONNECTIONS = List.of(1, 32, 256);
  private static final int WARM_UP_SECONDS = 20;

  /** What one contender reached at one number of connections, once. */
  private record Round(double rate, double cpu, double p99, double acksPerSync) {}

  private final Map<String, List<Round>> rounds = new LinkedHashMap<>();
  private final int seconds;

  private ReceiveBench(int seconds) {
    this.seconds = seconds;
  }

  /**
   * @param args a folder on the disk to measure, seconds a round, number of rounds
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Path body = folder.resolve("body.json");
    try (var in = ReceiveBench.class.getResourceAsStream("/receive/body.json")) {
      Files.write(body, Objects.requireNonNull(in).readAllBytes());
    }
    new ReceiveBench(Integer.parseInt(args[1])).run(folder, body, Integer.parseInt(args[2]));
  }

  private void run(Path folder, Path body, int repeats) throws Exception {
    var contenders = new Contenders(folder, body);
    var all = new ArrayList<Contender>();
    try {
      var inspector = contenders.inspector();
      all.add(inspector.contender());
      all.add(contenders.constant());
      all.add(contenders.proxy(all.getLast()));
      if (isInstalled("node")) {
        all.add(contenders.sample());
      }
      var wrk = new Wrk(folder, body, inspector.signature());
      for (Contender contender : all) {
        wrk.run(contender, 256, contender.equals(inspector.contender()) ? WARM_UP_SECONDS : 5);
      }
      for (int i = 0; i < repeats; i++) {
        for (int connections : CONNECTIONS) {
          for (Contender contender : all) {
            measure(wrk, inspector, contender, connections);
          }
        }
      }
    } finally {
      Contenders.stop(all);
    }
    print(all);
  }

  private void measure(
      Wrk wrk, Contenders.Inspector inspector, Contender contender, int connections)
      throws IOException, InterruptedException {
    long[] before = inspector.keptAndSyncs();
    long cpu = contender.cpuMicros();
    Wrk.Result result = wrk.run(contender, connections, seconds);
    double each = (contender.cpuMicros() - cpu) / (double) result.requests();
    long[] after = inspector.keptAndSyncs();
    double acks = (after[0] - before[0]) / (double) (after[1] - before[1]);
    rounds
        .computeIfAbsent(contender.name() + connections, key -> new ArrayList<>())
        .add(new Round(result.rate(), each, result.p99Millis(), acks));
  }

  private void print(List<Contender> all) {
    String constant = all.get(1).name();
    System.out.println(
        "| connections | who | answers/s | of nginx's constant | CPU each | p99 | acks a sync |");
    System.out.println("|---:|---|---:|---:|---:|---:|---:|");
    for (int connections : CONNECTIONS) {
      double best = middle(constant, connections).rate();
      for (Contender contender : all) {
        Round round = middle(contender.name(), connections);
        System.out.printf(
            Locale.ROOT,
            "| %d | %s | %,.0f | %.0f %% | %.1f µs | %.1f ms | %s |%n",
            connections,
            contender.name(),
            round.rate(),
            100 * round.rate() / best,
            round.cpu(),
            round.p99(),
            Double.isFinite(round.acksPerSync()) ? "%.1f".formatted(round.acksPerSync()) : "");
      }
    }
  }

  /** The median of each number. */
  private Round middle(String name, int connections) {
    List<Round> all = Objects.requireNonNull(rounds.get(name + connections));
    return new Round(
        median(all.stream().map(Round::rate).toList()),
        median(all.stream().map(Round::cpu).toList()),
        median(all.stream().map(Round::p99).toList()),
        median(all.stream().map(Round::acksPerSync).toList()));
  }

  private static double median(List<Double> numbers) {
    return numbers.stream().sorted().toList().get(numbers.size() / 2);
  }

  private static boolean isInstalled(String program) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      System.err.println(program + ": not found; the row that needs it is left out");
      return false;
    }
  }
}
