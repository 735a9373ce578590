package webhookinspector.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.storage.Reason;
import webhookinspector.web.Refusal;

/**
 * The one folder in which everything is kept, and the names of the files in it.
 *
 * @param path absolute
 * @param secretsKey where the key lies under which its secrets are sealed, or null when they are
 *     not
 */
public record DataFolder(Path path, @Nullable Path secretsKey) {

  /** Write-ahead logs need locks and shared memory, which these do not give reliably. */
  private static final Set<String> REMOTE =
      Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs");

  private static final String LOCK = "lock";

  /** One whose secrets are not sealed. */
  public DataFolder(Path path) {
    this(path, null);
  }

  public DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * The folder that was named, else {@code $XDG_DATA_HOME/webhook-inspector}, else {@code
   * ~/.local/share/webhook-inspector}.
   */
  public static DataFolder of(@Nullable Path named, Surroundings surroundings) {
    if (named != null) {
      return new DataFolder(named);
    }
    Path share =
        surroundings
            .variable("XDG_DATA_HOME")
            .map(Path::of)
            .filter(Path::isAbsolute) // the XDG specification has relative ones ignored
            .orElseGet(() -> surroundings.home().resolve(".local").resolve("share"));
    return new DataFolder(share.resolve("webhook-inspector"));
  }

  /** The same, its secrets sealed under the key in a file. */
  public DataFolder sealedUnder(@Nullable Path key) {
    return new DataFolder(path, key);
  }

  /** The truth. */
  public Path ledger() {
    return path.resolve("ledger.db");
  }

  /** Inboxes, webhooks and secrets. */
  public Path registry() {
    return path.resolve("registry.db");
  }

  /** Built from the ledger. */
  public Path history() {
    return path.resolve("history.db");
  }

  /** What was sent out. */
  public Path outbox() {
    return path.resolve("outbox.db");
  }

  /** Where the holder tells how to reach it. */
  public Path running() {
    return path.resolve("running.json");
  }

  /** What opens the admin port, the same from run to run. */
  public Path adminKey() {
    return path.resolve("admin.key");
  }

  /** The program's log. */
  public Path log() {
    return path.resolve("inspector.log");
  }

  /** Held by the holder for as long as it lives. */
  Path lock() {
    return path.resolve(LOCK);
  }

  /** Whether anybody has ever kept anything here. */
  public boolean exists() {
    return Files.isDirectory(path);
  }

  /** Makes the folder and its files, private to their owner. */
  void prepare() {
    try {
      refuseForeign();
      PrivateFiles.makeFolder(path);
      refuseRemote(Files.getFileStore(path).type());
      for (Path file : new Path[] {lock(), ledger(), registry(), history(), outbox(), log()}) {
        PrivateFiles.make(file); // SQLite gives its -wal and -shm the mode of the file beside them
      }
    } catch (IOException e) {
      String reason = e instanceof FileAlreadyExistsException ? "it is a file" : Reason.of(e);
      throw new Refusal(
          Refusal.Code.NOT_KEPT,
          "data: " + path + " cannot be used: " + reason + " (expected: a writable folder)",
          "Name another one with --data DIR.");
    }
  }

  /** Closing a folder that others share, such as /tmp, would take it away from them. */
  private void refuseForeign() throws IOException {
    if (!Files.isDirectory(path) || Files.exists(lock())) {
      return;
    }
    try (Stream<Path> inside = Files.list(path)) {
      if (inside.findAny().isPresent()) {
        throw new Refusal(
            Refusal.Code.BAD_INPUT,
            "data: " + path + " holds other things (expected: an empty folder, a new one, or ours)",
            "Name a folder of its own, such as --data " + path.resolve("inspector") + ".");
      }
    }
  }

  private void refuseRemote(String type) {
    if (REMOTE.contains(type.toLowerCase(Locale.ROOT))) {
      throw new Refusal(
          Refusal.Code.NOT_KEPT,
          "data: " + path + " is on a network file system, " + type + " (expected: a local disk)",
          "Name a folder on a local disk with --data DIR; over a network, locks may fail silently.");
    }
  }
}
