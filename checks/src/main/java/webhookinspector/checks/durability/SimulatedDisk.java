package webhookinspector.checks.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A disk that keeps only what was synced: bytes by a sync of their file, names by a sync of their
 * folder. What came later may or may not be there after a power cut, in any combination.
 */
final class SimulatedDisk {

  /** What becomes of everything that was not synced. */
  enum Unsynced {
    LOST,
    /** Each write and each name with the chance of a coin; some writes only to a sector's end. */
    HALF_KEPT,
    KEPT
  }

  private static final int SECTOR = 512;

  private final Map<Path, Inode> names = new HashMap<>();
  private final Map<Path, Inode> syncedNames = new HashMap<>();
  private final List<NameChange> unsyncedNames = new ArrayList<>();
  private final Random random;

  SimulatedDisk(Random random) {
    this.random = random;
  }

  private static final class Inode {
    final FileBytes synced = new FileBytes();
    final List<DiskEvent> unsynced = new ArrayList<>();
    int coveredBySync;
  }

  /**
   * @param inode null when the name was removed
   */
  private record NameChange(Path file, @Nullable Inode inode) {}

  void apply(DiskEvent event) {
    switch (event) {
      case DiskEvent.Write write -> inode(write.file).unsynced.add(write);
      case DiskEvent.Truncate truncate -> inode(truncate.file()).unsynced.add(truncate);
      case DiskEvent.Create(Path file) -> {
        if (!names.containsKey(file)) {
          inode(file);
        }
      }
      case DiskEvent.Remove(Path file) -> {
        names.remove(file);
        unsyncedNames.add(new NameChange(file, null));
      }
      case DiskEvent.SyncBegins(Path file) -> {
        if (names.containsKey(file)) {
          inode(file).coveredBySync = inode(file).unsynced.size();
        }
      }
      case DiskEvent.SyncEnds(Path file) -> sync(file);
      case DiskEvent.Promised _ -> {}
    }
  }

  private Inode inode(Path file) {
    return names.computeIfAbsent(
        file,
        f -> {
          var made = new Inode();
          unsyncedNames.add(new NameChange(f, made));
          return made;
        });
  }

  private void sync(Path path) {
    Inode inode = names.get(path);
    if (inode != null) {
      List<DiskEvent> covered = inode.unsynced.subList(0, inode.coveredBySync);
      covered.forEach(inode.synced::apply);
      covered.clear();
      inode.coveredBySync = 0;
      return;
    }
    unsyncedNames.removeIf(
        change -> {
          boolean inFolder = path.equals(change.file().getParent());
          if (inFolder) {
            apply(change, syncedNames);
          }
          return inFolder;
        });
  }

  private static void apply(NameChange change, Map<Path, Inode> names) {
    if (change.inode() == null) {
      names.remove(change.file());
    } else {
      names.put(change.file(), change.inode());
    }
  }

  /** Writes what a reader finds after a power cut right now into an empty folder. */
  void writeImage(Unsynced unsynced, Path folder) throws IOException {
    var found = new HashMap<>(syncedNames);
    for (NameChange change : unsyncedNames) {
      if (survives(unsynced)) {
        apply(change, found);
      }
    }
    for (Map.Entry<Path, Inode> file : found.entrySet()) {
      FileBytes bytes = file.getValue().synced.copy();
      for (DiskEvent event : file.getValue().unsynced) {
        if (survives(unsynced)) {
          applyMaybeTorn(event, unsynced, bytes);
        }
      }
      Files.write(folder.resolve(file.getKey().getFileName()), bytes.toArray());
    }
  }

  private boolean survives(Unsynced unsynced) {
    return switch (unsynced) {
      case LOST -> false;
      case HALF_KEPT -> random.nextBoolean();
      case KEPT -> true;
    };
  }

  private void applyMaybeTorn(DiskEvent event, Unsynced unsynced, FileBytes bytes) {
    if (unsynced == Unsynced.HALF_KEPT
        && event instanceof DiskEvent.Write write
        && write.bytes.length > SECTOR
        && random.nextInt(4) == 0) {
      int sectors = random.nextInt(write.bytes.length / SECTOR);
      bytes.put(write.offset, write.bytes, sectors * SECTOR);
    } else {
      bytes.apply(event);
    }
  }
}
