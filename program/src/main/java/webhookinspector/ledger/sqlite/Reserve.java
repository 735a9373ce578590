package webhookinspector.ledger.sqlite;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import webhookinspector.ledger.NotKept;

/**
 * Space that deliveries may not take: without it nothing could be deleted or even saved any more,
 * because SQLite writes before it frees. 64 MB, or 5 % of a small disk.
 */
final class Reserve {

  private static final long BYTES = 64_000_000;
  private static final long LOOK_EVERY_NANOS = 250_000_000;

  private final File file;

  private long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;
  private Optional<String> found = Optional.empty();

  Reserve(Path file) {
    this.file = file.toFile();
  }

  /**
   * Looks a few times a second at most.
   *
   * @throws NotKept with the next step when it is gone
   */
  void demand() {
    long now = System.nanoTime();
    if (now - lookedAt >= LOOK_EVERY_NANOS) {
      lookedAt = now;
      found = look();
    }
    if (found.isPresent()) {
      throw new NotKept(found.get());
    }
  }

  /** Asks for the disk's numbers only; a {@code FileStore} would read the table of mounts too. */
  private Optional<String> look() {
    long wanted = Math.min(BYTES, file.getTotalSpace() / 20);
    long free = file.getUsableSpace();
    return free >= wanted
        ? Optional.empty()
        : Optional.of(
            file
                + ": "
                + free / 1_000_000
                + " MB free on its disk (expected: at least "
                + Math.max(1, wanted / 1_000_000)
                + "). Free some space; it goes on by itself within five seconds");
  }
}
