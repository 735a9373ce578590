package webhookinspector.checks.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** Ends and starts the program under traffic: by one process alone, and by two in turn. */
public final class RestartAndDrain implements Check {

  private static final int DRAINS = 50;
  private static final int RESTARTS = 20;
  private static final int HAND_OVERS = 5;
  private static final int PER_SECOND = 200;
  private static final long LONGEST_END_MILLIS = 6_000;
  private static final long LONGEST_PAUSE_MILLIS = 3_000;

  @Override
  public String name() {
    return "restart-and-drain";
  }

  @Override
  public String promise() {
    return "SIGTERM loses nothing in flight; a restart refuses for 3 s at most, a hand-over never";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("at full size only; InFlightTest and HandOverTest do it once");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    var drain = new Drain(data, folder);
    for (int i = 0; i < DRAINS; i++) {
      drain.run();
    }
    var promises = new ArrayList<>(drain.promises().toList());
    Restarts restarts = restart(data, folder, promises);
    HandOvers handOvers = handOver(folder);
    Kept kept = Kept.in(data.resolve("ledger.db"), promises);
    return Outcome.of(
        drain.badExits() == 0
            && drain.slowestEndMillis() <= LONGEST_END_MILLIS
            && restarts.nineOfTen() <= LONGEST_PAUSE_MILLIS
            && kept.everything()
            && handOvers.good(),
        String.format(
            Locale.ROOT,
            "%d × SIGTERM with 200 in flight: %d cut, %d other exit codes, the slowest end %d ms; "
                + "%s; %s; %s",
            DRAINS,
            drain.cut(),
            drain.badExits(),
            drain.slowestEndMillis(),
            restarts,
            kept,
            handOvers));
  }

  /**
   * @param pauses from one 200 to the next, sorted, in milliseconds
   */
  private record Restarts(List<Long> pauses, long refused) {

    long nineOfTen() {
      return pauses.get((pauses.size() - 1) * 9 / 10);
    }

    @Override
    public String toString() {
      return "%d restarts under 200/s: %d attempts refused, no 200 for %d ms (median), %d (nine of ten), %d (longest)"
          .formatted(
              pauses.size(), refused, pauses.get(pauses.size() / 2), nineOfTen(), pauses.getLast());
    }
  }

  private static Restarts restart(Path data, Path folder, List<Promise> promises) throws Exception {
    var pauses = new ArrayList<Long>();
    ReceiverProcess receiver = ReceiverProcess.start(data, folder);
    List<String> samePort = List.of("--receiver-port", Integer.toString(receiver.port()));
    try (var sender = new RetryingSender(receiver.port(), PER_SECOND, true)) {
      for (int i = 0; i < RESTARTS; i++) {
        sender.awaitMore(100);
        long asked = System.nanoTime();
        receiver.end();
        receiver = ReceiverProcess.start(data, folder, samePort);
        sender.awaitMore(20);
        pauses.add(sender.longestPauseMillis(asked));
      }
      sender.stop();
      promises.addAll(sender.promises());
      return new Restarts(pauses.stream().sorted().toList(), sender.refused());
    } finally {
      receiver.close();
    }
  }

  private record HandOvers(int count, long taken, long refused, Kept kept) {

    boolean good() {
      return refused == 0 && kept.everything();
    }

    @Override
    public String toString() {
      return count + " hand-overs under 200/s: " + refused + " of " + taken + " refused, " + kept;
    }
  }

  private static HandOvers handOver(Path folder) throws Exception {
    Path data = folder.resolve("handed");
    ReceiverProcess.prepare(data);
    if (!Supervisor.canBe()) {
      return new HandOvers(0, 0, 0, new Kept(0, 0, 0, "ok"));
    }
    Path aside = Files.createDirectory(folder.resolve("supervised"));
    long refused;
    var promises = new ArrayList<Promise>();
    try (Supervisor supervisor = Supervisor.start(data, aside)) {
      try (var sender = new RetryingSender(supervisor.awaitReady(), PER_SECOND, false)) {
        for (int i = 0; i < HAND_OVERS; i++) {
          sender.awaitMore(100);
          supervisor.handOver();
        }
        sender.awaitMore(100);
        sender.stop();
        refused = sender.refused();
        promises.addAll(sender.promises());
      }
    }
    Kept kept = Kept.in(data.resolve("ledger.db"), promises);
    return new HandOvers(HAND_OVERS, promises.size(), refused, kept);
  }
}
