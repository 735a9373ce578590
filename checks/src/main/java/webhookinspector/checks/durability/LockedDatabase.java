package webhookinspector.checks.durability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;

/** Another program that holds the ledger's lock, and a second receiver on the same folder (H8). */
public final class LockedDatabase implements Check {

  private static final long REFUSED_WITHIN_MILLIS = 3_000;
  private static final long HEALED_WITHIN_MILLIS = 5_000;

  @Override
  public String name() {
    return "locked-database";
  }

  @Override
  public String promise() {
    return "a lock of 1 s is waited for, one of 5 s means 503; a second receiver is sent away";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("SqliteLedgerFaultsTest and FolderTest do the same in the small");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
        var traffic = new Traffic(receiver.port(), 4, 200, 3_000, 0)) {
      traffic.await(200, 50, 20_000);
      hold(data, 1);
      long afterOne = traffic.count(503);
      hold(data, 5);
      long start = System.nanoTime();
      boolean goesOn = traffic.await(200, traffic.count(200) + 1, 20_000);
      long healed = (System.nanoTime() - start) / 1_000_000;
      long refused = traffic.count(503);
      String second = startAnother(data, folder, receiver.pid());
      traffic.stop();
      receiver.kill();
      Kept kept = Kept.in(data.resolve("ledger.db"), traffic.promises());
      return Outcome.of(
          afterOne == 0
              && refused > 0
              && traffic.slowestRefusalMillis() <= REFUSED_WITHIN_MILLIS
              && goesOn
              && healed <= HEALED_WITHIN_MILLIS
              && second.isEmpty()
              && kept.everything(),
          "locked for 1 s: %d × 503; for 5 s: %d × 503, the slowest in %d ms, went on after %d ms; a second receiver %s; %s"
              .formatted(
                  afterOne,
                  refused,
                  traffic.slowestRefusalMillis(),
                  healed,
                  second.isEmpty() ? "was sent away and told the first" : second,
                  kept));
    }
  }

  private static void hold(Path data, int seconds) throws SQLException, InterruptedException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.db"));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute("BEGIN EXCLUSIVE");
      TimeUnit.SECONDS.sleep(seconds);
      statement.execute("ROLLBACK");
    }
  }

  /** Empty when it ends with an exit code and names the process that holds the folder. */
  private static String startAnother(Path data, Path folder, long holder) throws Exception {
    Path said = folder.resolve("second.txt");
    var command = new ArrayList<>(ReceiverProcess.java("webhookinspector.cli.Main"));
    command.addAll(List.of("serve", "--data", data.toString(), "--output", "json"));
    command.addAll(List.of("--receiver-port", "0", "--admin-port", "0"));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return "went on running";
    }
    String words = Files.readString(said);
    return process.exitValue() != 0 && words.contains(Long.toString(holder)) ? "" : "said " + words;
  }
}
