package webhookinspector.checks.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import webhookinspector.checks.JavaCommand;
import webhookinspector.inbox.DeliveryIds;

/**
 * Kills the program with -9 at the n-th write to its files while it brings them up to date; then it
 * starts again.
 */
final class KilledSteps {

  private static final String CALLS = "pwrite64,ftruncate,fsync,fdatasync,unlink";
  private static final int MORE_DELIVERIES = 400;

  private final Path folder;
  private int kills;
  private int before;
  private final List<String> bad = new ArrayList<>();

  KilledSteps(Path folder) {
    this.folder = folder;
  }

  static boolean canBe() throws IOException, InterruptedException {
    return new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** At so many points, evenly spread over all its writes. */
  void kill(Store store, int points) throws Exception {
    int writes = writes(store);
    for (int point = 0; point < points; point++) {
      int n = 1 + point * (writes - 1) / Math.max(1, points - 1);
      killAt(store, n);
    }
  }

  private int writes(Store store) throws Exception {
    Path home = Files.createTempDirectory(folder, "count");
    Path file = lay(store, home);
    Path trace = home.resolve("trace");
    run(store, file, List.of("-o", trace.toString()));
    return Math.toIntExact(
        Files.readAllLines(trace).stream().filter(l -> l.contains(" = ")).count());
  }

  private void killAt(Store store, int n) throws Exception {
    Path home = Files.createTempDirectory(folder, "kill");
    Path file = lay(store, home);
    Contents old = Contents.of(file);
    int exit =
        run(
            store,
            file,
            List.of("-o", "/dev/null", "-e", "inject=" + CALLS + ":signal=KILL:when=" + n));
    kills += exit == 0 ? 0 : 1;
    Path copy = file.resolveSibling(file.getFileName() + ".schema-1");
    before += Files.exists(copy) ? 0 : 1;
    store.read(file);
    Contents now = Contents.of(file);
    if (old.lostIn(now) > 0 || now.schema() != store.newest()) {
      bad.add(store.word() + " killed at write " + n + ": " + old.lostIn(now) + " values lost");
    }
    if (!Files.exists(copy) || old.lostIn(Contents.of(copy)) > 0) {
      bad.add(store.word() + " killed at write " + n + ": no whole copy of before");
    }
  }

  /** The oldest, and enough in it for many writes. */
  private static Path lay(Store store, Path home) throws IOException, SQLException {
    Path file = new Fixture(store, 1).layInto(home);
    if (store == Store.LEDGER) {
      var ids = new DeliveryIds(java.time.InstantSource.system(), new java.util.Random(5));
      try (Connection connection = Fixture.connect(file);
          var insert =
              connection.prepareStatement(
                  "INSERT INTO delivery SELECT ?, ?, inbox, source, received_at, answer, handshake,"
                      + " word, because, believable, headers, sha256, body FROM delivery"
                      + " WHERE position = 3")) {
        connection.setAutoCommit(false);
        for (int i = 0; i < MORE_DELIVERIES; i++) {
          insert.setInt(1, 100 + i);
          insert.setString(2, ids.next().text());
          insert.executeUpdate();
        }
        connection.commit();
      }
    }
    return file;
  }

  private int run(Store store, Path file, List<String> how)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("strace", "-f", "-qq"));
    command.addAll(how);
    command.addAll(List.of("-e", "trace=" + CALLS));
    for (String ending : List.of("", "-wal", ".schema-1", ".schema-1-journal")) {
      command.addAll(List.of("-P", file + ending));
    }
    command.addAll(JavaCommand.of(Store.class.getName()));
    command.addAll(List.of(store.word(), file.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.exitValue();
  }

  int kills() {
    return kills;
  }

  /** Kills that struck before the copy of the old file was begun. */
  int beforeTheCopy() {
    return before;
  }

  List<String> bad() {
    return bad;
  }
}
