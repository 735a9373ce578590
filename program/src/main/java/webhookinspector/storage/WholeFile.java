package webhookinspector.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that appears under its name whole and on disk, or not at all. Until {@link #commit} it is
 * called {@code NAME.part}; what a crash leaves of that is overwritten by the next one. Only its
 * owner may read it.
 */
public final class WholeFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final OutputStream out;
  private boolean committed;

  private WholeFile(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
  }

  /**
   * Begins one; an older file of that name stays until the commit.
   *
   * @throws IOException if something else than a file has that name, or somebody else writes it
   */
  public static WholeFile begin(Path target) throws IOException {
    return begin(target, ".part");
  }

  /**
   * The same under another name until the commit.
   *
   * @param ending behind the target's name
   */
  public static WholeFile begin(Path target, String ending) throws IOException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(target.toString(), null, "there is something else than a file");
    }
    Path part = target.resolveSibling(target.getFileName() + ending);
    FileChannel channel =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            ownerOnly(target));
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new FileSystemException(part.toString(), null, "somebody else writes it");
    }
    channel.truncate(0);
    return new WholeFile(target, part, channel);
  }

  private static FileAttribute<?>[] ownerOnly(Path target) {
    boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Where its content goes; closing it is no commit. */
  public OutputStream out() {
    return out;
  }

  /** What is written so far becomes the file; when this returns, a power cut cannot undo it. */
  public void commit() throws IOException {
    out.flush();
    channel.force(true);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    committed = true;
    try (FileChannel folder =
        FileChannel.open(target.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /** Without a commit, nothing is left behind. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!committed) {
      Files.deleteIfExists(part);
    }
  }
}
