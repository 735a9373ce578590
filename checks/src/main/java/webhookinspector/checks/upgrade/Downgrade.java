package webhookinspector.checks.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import webhookinspector.storage.StorageRefused;

/** What today's program does with a file of tomorrow's: refuse it, say why, and touch nothing. */
final class Downgrade {

  private final Path folder;
  private final List<String> bad = new ArrayList<>();
  private int tried;

  Downgrade(Path folder) {
    this.folder = folder;
  }

  /** Opening the file itself. */
  void open(Store store) throws Exception {
    Path home = Files.createTempDirectory(folder, "newer");
    Path file = newer(store, home);
    Map<String, String> before = hashes(home);
    try {
      store.read(file);
      judge(store + " opened", false, "was read", before, home);
    } catch (StorageRefused e) {
      judge(store + " opened", true, String.valueOf(e.getMessage()), before, home);
    }
  }

  /** A command on a folder in which only that file is newer. */
  void command(Store store, String... words) throws Exception {
    Path home = Files.createTempDirectory(folder, "newer");
    Path data = Files.createDirectory(home.resolve("data"));
    Files.createFile(data.resolve("lock")); // what tells our folder from a stranger's
    for (Store other : Store.values()) {
      Fixture.newest(other).layInto(data);
    }
    raise(store, data.resolve(store.word() + ".db"));
    Map<String, String> before = hashes(data);
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    Run run = Run.of(home, all);
    judge(store + " by " + words[0], run.exit() != 0, run.output(), before, data);
  }

  /** A backup of a newer program. */
  void restore(Store store) throws Exception {
    Path home = Files.createTempDirectory(folder, "newer");
    Path data = Files.createDirectory(home.resolve("data"));
    for (Store other : Store.values()) {
      Fixture.newest(other).layInto(data);
    }
    Path backup = home.resolve("backup");
    Run made = Run.of(home, List.of("backup", backup.toString(), "--data", data.toString()));
    if (made.exit() != 0) {
      throw new IllegalStateException(made.output());
    }
    Path file = backup.resolve(store.word() + ".db");
    String was = hash(file);
    raise(store, file);
    Path manifest = backup.resolve("backup.json");
    Files.writeString(manifest, Files.readString(manifest).replace(was, hash(file)));

    Path target = home.resolve("restored");
    Run run = Run.of(home, List.of("restore", backup.toString(), "--data", target.toString()));
    judge(store + " by restore", run.exit() != 0, run.output(), Map.of(), target);
  }

  private void judge(
      String what, boolean refused, String said, Map<String, String> before, Path home)
      throws IOException, GeneralSecurityException {
    tried++;
    if (!refused || !said.contains("newer version")) {
      bad.add(what + ": not refused in words: " + said.strip());
    }
    if (!hashes(home).equals(before)) {
      bad.add(
          what + ": files were touched: " + before.keySet() + ", then " + hashes(home).keySet());
    }
  }

  private static Path newer(Store store, Path home) throws IOException, SQLException {
    Path file = Fixture.newest(store).layInto(home);
    raise(store, file);
    return file;
  }

  private static void raise(Store store, Path file) throws SQLException {
    try (Connection connection = Fixture.connect(file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + (store.newest() + 1));
    }
  }

  /** Of every database file and whatever SQLite puts beside one; an empty one holds nothing. */
  private static Map<String, String> hashes(Path home)
      throws IOException, GeneralSecurityException {
    var hashes = new TreeMap<String, String>();
    if (Files.isDirectory(home)) {
      try (Stream<Path> files = Files.list(home)) {
        for (Path file : files.filter(f -> f.toString().contains(".db")).toList()) {
          if (Files.size(file) > 0) {
            hashes.put(String.valueOf(file.getFileName()), hash(file));
          }
        }
      }
    }
    return hashes;
  }

  private static String hash(Path file) throws IOException, GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest).toLowerCase(Locale.ROOT);
  }

  int tried() {
    return tried;
  }

  List<String> bad() {
    return bad;
  }
}
