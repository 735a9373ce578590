package webhookinspector.storage.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner may read, whatever the umask. SQLite gives its -wal and -shm files
 * the mode of the main file, so that one has to exist with the right mode first.
 */
final class PrivateFiles {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFiles() {}

  /**
   * Makes the file, empty, and the folders above it where they are missing, and takes other
   * people's rights from the file and its companions. A folder that was there keeps its mode: it
   * may be shared on purpose.
   */
  static void prepare(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Path folder = file.toAbsolutePath().resolveSibling("");
    makeFolders(folder, posix);
    try {
      Files.createFile(file, posix ? attributes(FILE) : new FileAttribute<?>[0]);
    } catch (FileAlreadyExistsException _) {
      // Nearly always so: only the very first start makes it.
    }
    if (Files.size(file) == 0) {
      syncNames(folder);
    }
    if (posix) {
      tighten(file);
      tighten(file.resolveSibling(file.getFileName() + "-wal"));
      tighten(file.resolveSibling(file.getFileName() + "-shm"));
    }
  }

  private static void makeFolders(Path folder, boolean posix) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder, posix ? attributes(FOLDER) : new FileAttribute<?>[0]);
    if (posix) {
      Files.setPosixFilePermissions(folder, FOLDER);
    }
  }

  /** A new name survives a power cut only once the folder that holds it is synced, and so on up. */
  private static void syncNames(Path folder) throws IOException {
    for (Path above = folder; above != null; above = above.getParent()) {
      try (var channel = FileChannel.open(above, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (AccessDeniedException _) {
        return; // not ours, so we did not make it
      }
    }
  }

  private static void tighten(Path file) throws IOException {
    if (Files.exists(file) && !Files.getPosixFilePermissions(file).equals(FILE)) {
      Files.setPosixFilePermissions(file, FILE);
    }
  }

  private static FileAttribute<?>[] attributes(Set<PosixFilePermission> mode) {
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
  }
}
