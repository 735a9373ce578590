package webhookinspector.checks.durability;

import java.nio.file.Path;

/**
 * What a traced process did to its disk, or promised to the world, in the order in which it did.
 */
sealed interface DiskEvent {

  /** Bytes handed to the kernel; not on disk before the next sync of that file. */
  final class Write implements DiskEvent {
    final Path file;
    final long offset;
    final byte[] bytes;

    Write(Path file, long offset, byte[] bytes) {
      this.file = file;
      this.offset = offset;
      this.bytes = bytes;
    }
  }

  /** A new length; like a write. */
  record Truncate(Path file, long length) implements DiskEvent {}

  /** A sync begins: it covers what was handed over up to here. */
  record SyncBegins(Path file) implements DiskEvent {}

  /** The sync has succeeded. */
  record SyncEnds(Path file) implements DiskEvent {}

  /** A file was opened that may not have been there; its name needs a sync of the folder. */
  record Create(Path file) implements DiskEvent {}

  /** A name was removed; that needs a sync of the folder too. */
  record Remove(Path file) implements DiskEvent {}

  /** A 200 leaves the process: from here on the delivery must not be lost. */
  record Promised(String deliveryId) implements DiskEvent {}
}
