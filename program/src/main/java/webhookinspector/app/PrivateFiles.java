package webhookinspector.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner may read, whatever the umask says. */
final class PrivateFiles {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private PrivateFiles() {}

  /** Makes a folder with mode 0700, and so its parents where there are none. */
  static void makeFolder(Path folder) throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent, mode(parent, FOLDER));
    }
    try {
      Files.createDirectory(folder, mode(folder, FOLDER));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    tighten(folder, FOLDER);
  }

  /** Makes sure that a file is there and has mode 0600. */
  static void make(Path file) throws IOException {
    try {
      Files.createFile(file, mode(file, FILE));
    } catch (FileAlreadyExistsException e) {
      tighten(file, FILE);
    }
  }

  /** Takes everybody else's rights to a file that is there. */
  static void tighten(Path file) throws IOException {
    tighten(file, FILE);
  }

  /** Replaces a file whole: a reader sees the old or the new text, also after a power cut. */
  static void replace(Path file, String text) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    make(draft);
    try (FileChannel channel = FileChannel.open(draft, WRITE, CREATE, TRUNCATE_EXISTING)) {
      ByteBuffer bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> wanted) {
    return hasModes(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)}
        : new FileAttribute<?>[0];
  }

  private static void tighten(Path path, Set<PosixFilePermission> wanted) throws IOException {
    if (hasModes(path) && !Files.getPosixFilePermissions(path).equals(wanted)) {
      Files.setPosixFilePermissions(path, wanted);
    }
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
