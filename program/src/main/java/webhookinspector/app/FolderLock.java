package webhookinspector.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.web.Refusal;

/**
 * The right to be the holder of a data folder. The operating system lets go of it when the process
 * ends, however it ends, so there is never a stale one.
 */
final class FolderLock implements AutoCloseable {

  /** Far behind the text, which must stay readable where locks are mandatory. */
  private static final long LOCKED_BYTE = 1 << 20;

  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes it, if nobody else has it.
   *
   * @param command such as {@code listen}, for whoever comes second
   */
  static Optional<FolderLock> tryTake(DataFolder folder, String command) {
    folder.prepare();
    try {
      FileChannel channel = FileChannel.open(folder.lock(), READ, WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(UTF_8.encode("pid " + ProcessHandle.current().pid() + ", " + command + "\n"));
      return Optional.of(new FolderLock(channel, lock));
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Code.NOT_KEPT,
          "data: " + folder.path() + " cannot be locked: " + e.getMessage(),
          "Name a folder on a local disk with --data DIR.");
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this very process
    }
  }

  /** Who has it: {@code pid 123, listen}. */
  static String holderOf(DataFolder folder) {
    try {
      String text = Files.readString(folder.lock()).strip();
      return text.isEmpty() ? "another process" : text;
    } catch (IOException e) {
      return "another process";
    }
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      lock.release();
      channel.close();
    } catch (IOException e) {
      // the end of the process releases it anyhow
    }
  }
}
