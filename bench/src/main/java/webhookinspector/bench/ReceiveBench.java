package webhookinspector.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import webhookinspector.trust.Secret;

/**
 * Durable, verified deliveries beside what else answers the same POSTs, all in turns within one
 * run, so that a busy machine is equally unfair to each. Bodies of 1 KB for all of them; smaller
 * and larger ones for us and the yardstick.
 */
public final class ReceiveBench {

  private static final List<Integer> CONNECTIONS = List.of(1, 32, 256);
  private static final int WARM_UP_SECONDS = 20;
  private static final int SHORT_WARM_UP_SECONDS = 4;

  private final int seconds;
  private final Path folder;
  private final List<Contender> all = new ArrayList<>();

  private ReceiveBench(Path folder, int seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  /**
   * @param args a folder on the disk to measure, seconds a round, number of rounds
   */
  public static void main(String[] args) throws Exception {
    new ReceiveBench(Path.of(args[0]), Integer.parseInt(args[1])).run(Integer.parseInt(args[2]));
  }

  private void run(int repeats) throws Exception {
    Secret secret = Secret.of(Contenders.SECRET);
    Load usual = Load.of("1 KB", 1_100, folder, secret);
    List<Load> others =
        List.of(Load.of("0.7 KB", 700, folder, secret), Load.of("20 KB", 20_000, folder, secret));
    try {
      var inspector = startAll(usual);
      var scores = new Scores(all.get(1).name());
      for (Contender contender : all) {
        boolean ours = contender.equals(inspector.contender());
        new Wrk(folder, usual).run(contender, 256, ours ? WARM_UP_SECONDS : SHORT_WARM_UP_SECONDS);
      }
      for (Load load : others) {
        new Wrk(folder, load).run(inspector.contender(), 32, SHORT_WARM_UP_SECONDS);
      }
      for (int i = 0; i < repeats; i++) {
        round(usual, all, inspector, scores);
        for (Load load : others) {
          round(load, all.subList(0, 2), inspector, scores);
        }
      }
      scores.print();
    } finally {
      all.forEach(Contender::stop);
    }
  }

  private Contenders.Inspector startAll(Load usual) throws IOException, InterruptedException {
    var contenders = new Contenders(folder, usual.body());
    var peers = new Peers(folder);
    var inspector = contenders.inspector();
    all.add(inspector.contender());
    all.add(contenders.constant());
    all.add(contenders.proxy(all.getLast()));
    if (Contenders.isInstalled("node", "--version")) {
      all.add(contenders.sample());
    }
    all.add(peers.wiremock());
    peers.webhook(Contenders.SECRET).ifPresent(all::add);
    return inspector;
  }

  private void round(Load load, List<Contender> some, Contenders.Inspector inspector, Scores scores)
      throws IOException, InterruptedException {
    var wrk = new Wrk(folder, load);
    for (int connections : CONNECTIONS) {
      for (Contender contender : some) {
        scores.add(
            load, connections, contender.name(), measure(wrk, inspector, contender, connections));
      }
    }
  }

  private Scores.Round measure(
      Wrk wrk, Contenders.Inspector inspector, Contender contender, int connections)
      throws IOException, InterruptedException {
    long[] before = inspector.keptAndSyncs();
    long cpu = contender.cpuMicros();
    Wrk.Result result = wrk.run(contender, connections, seconds);
    double each = (contender.cpuMicros() - cpu) / (double) result.requests();
    long[] after = inspector.keptAndSyncs();
    double acks = (after[0] - before[0]) / (double) (after[1] - before[1]);
    return new Scores.Round(
        result.rate(),
        each,
        result.p50Millis(),
        result.p99Millis(),
        contender.residentKilobytes() / 1_000.0,
        acks);
  }
}
