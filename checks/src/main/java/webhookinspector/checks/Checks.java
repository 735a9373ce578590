package webhookinspector.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import webhookinspector.checks.admin.RebindAndCsrf;
import webhookinspector.checks.admin.RxHasNoAdmin;
import webhookinspector.checks.demo.DemoRun;
import webhookinspector.checks.durability.AckAfterSync;
import webhookinspector.checks.durability.ClockJumps;
import webhookinspector.checks.durability.CorruptDatabase;
import webhookinspector.checks.durability.DiskFull;
import webhookinspector.checks.durability.FailedSync;
import webhookinspector.checks.durability.HungDisk;
import webhookinspector.checks.durability.KillLoop;
import webhookinspector.checks.durability.LockedDatabase;
import webhookinspector.checks.durability.OutOfMemory;
import webhookinspector.checks.durability.PowerCut;
import webhookinspector.checks.durability.ReadOnlyDisk;
import webhookinspector.checks.durability.RestartAndDrain;
import webhookinspector.checks.endurance.Soak;
import webhookinspector.checks.endurance.StalledLive;
import webhookinspector.checks.files.BackupUnderLoad;
import webhookinspector.checks.files.ExportKills;
import webhookinspector.checks.files.PruneBesideAcks;
import webhookinspector.checks.files.RoundTrip;
import webhookinspector.checks.forward.ForwardChaos;
import webhookinspector.checks.forward.ForwardHerd;
import webhookinspector.checks.health.WatchedMonth;
import webhookinspector.checks.history.HostileDiff;
import webhookinspector.checks.history.MillionHistory;
import webhookinspector.checks.month.AsanaMonth;
import webhookinspector.checks.pages.DocumentedCommands;
import webhookinspector.checks.receiving.AdminUnderFlood;
import webhookinspector.checks.receiving.BigBodies;
import webhookinspector.checks.receiving.Burst;
import webhookinspector.checks.receiving.ForgeryMillion;
import webhookinspector.checks.receiving.GoldenVectors;
import webhookinspector.checks.receiving.HandshakeHijack;
import webhookinspector.checks.receiving.Overload;
import webhookinspector.checks.receiving.RawFidelity;
import webhookinspector.checks.receiving.SlowPeers;
import webhookinspector.checks.receiving.Smuggling;
import webhookinspector.checks.receiving.UnknownPaths;
import webhookinspector.checks.release.Release;
import webhookinspector.checks.secrets.SecretsNowhere;
import webhookinspector.checks.sending.ExpectWakes;
import webhookinspector.checks.sending.ReplaySpacing;
import webhookinspector.checks.sending.SsrfCorpus;
import webhookinspector.checks.stream.PollKills;
import webhookinspector.checks.terminal.TerminalSafe;
import webhookinspector.checks.trust.CreateKills;
import webhookinspector.checks.trust.HandshakeRace;
import webhookinspector.checks.upgrade.Upgrade;

/** All checks, and the command that runs them: docs/checks.md. */
public final class Checks {

  /** In the order in which they are listed and run. */
  public static final List<Check> ALL =
      List.of(
          new DemoRun(),
          new KillLoop(),
          new PowerCut(),
          new DiskFull(),
          new FailedSync(),
          new HungDisk(),
          new AckAfterSync(),
          new LockedDatabase(),
          new CorruptDatabase(),
          new ReadOnlyDisk(),
          new ClockJumps(),
          new OutOfMemory(),
          new HandshakeRace(),
          new CreateKills(),
          new RxHasNoAdmin(),
          new RebindAndCsrf(),
          new HandshakeHijack(),
          new ForgeryMillion(),
          new UnknownPaths(),
          new GoldenVectors(),
          new RawFidelity(),
          new SlowPeers(),
          new AdminUnderFlood(),
          new Smuggling(),
          new BigBodies(),
          new Burst(),
          new Overload(),
          new ForwardChaos(),
          new ForwardHerd(),
          new RoundTrip(),
          new PruneBesideAcks(),
          new ExportKills(),
          new BackupUnderLoad(),
          new PollKills(),
          new TerminalSafe(),
          new SecretsNowhere(),
          new RestartAndDrain(),
          new Upgrade(),
          new StalledLive(),
          new Soak(),
          new AsanaMonth(),
          new WatchedMonth(),
          new DocumentedCommands(),
          new Release(),
          new ReplaySpacing(),
          new ExpectWakes(),
          new SsrfCorpus(),
          new MillionHistory(),
          new HostileDiff());

  private Checks() {}

  /**
   * @param args nothing to list them, a name, or {@code all}; {@code --quick} makes it small
   */
  public static void main(String[] args) throws Exception {
    command(ALL, args);
  }

  /** The same with other checks, such as those that need a browser. */
  public static void command(List<Check> all, String[] args) throws Exception {
    var names = new ArrayList<>(List.of(args));
    Size size = names.remove("--quick") ? Size.QUICK : Size.FULL;
    if (names.isEmpty()) {
      list(all);
      return;
    }
    List<Check> chosen = chosen(all, names);
    if (chosen.isEmpty()) {
      System.err.println("check: " + String.join(" ", names) + " (expected: one of those below)");
      list(all);
      System.exit(2);
    }
    System.exit(run(chosen, size) ? 0 : 1);
  }

  private static List<Check> chosen(List<Check> all, List<String> names) {
    return all.stream()
        .filter(check -> names.contains("all") || names.contains(check.name()))
        .toList();
  }

  private static void list(List<Check> all) {
    System.out.println("Usage: ./dev check NAME… | all [--quick]");
    System.out.println();
    all.forEach(check -> System.out.printf("  %-14s %s%n", check.name(), check.promise()));
  }

  private static boolean run(List<Check> chosen, Size size) throws IOException {
    var table = new ArrayList<String>();
    boolean good = true;
    for (Check check : chosen) {
      System.err.println(check.name() + ": " + check.promise() + " …");
      long start = System.nanoTime();
      Outcome outcome = run(check, size);
      String row =
          String.format(
              Locale.ROOT,
              "%-4s  %-14s %4d s  %s",
              outcome.state().name().toLowerCase(Locale.ROOT),
              check.name(),
              (System.nanoTime() - start) / 1_000_000_000,
              outcome.numbers());
      System.out.println(row);
      table.add(row);
      good &= outcome.state() != Outcome.State.FAIL;
    }
    if (table.size() > 1) {
      System.out.println();
      table.forEach(System.out::println);
    }
    return good;
  }

  /** An unexpected error is a failed check, not the end of the others. */
  public static Outcome run(Check check, Size size) throws IOException {
    Path folder = Files.createTempDirectory("check-" + check.name());
    try {
      return check.run(size, folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(Outcome.State.FAIL, "interrupted");
    } catch (Exception | AssertionError e) {
      e.printStackTrace();
      return new Outcome(Outcome.State.FAIL, e.toString());
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
