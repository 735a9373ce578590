package webhookinspector.app;

import java.time.Duration;
import java.util.Optional;
import webhookinspector.web.Refusal;

/** How a process becomes the holder of a folder, and who is told that it cannot. */
final class Holding {

  /** A short command may have the folder for a moment; a holder would have told how to reach it. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration GLANCE = Duration.ofMillis(25);

  private Holding() {}

  /**
   * Takes the folder.
   *
   * @throws Refusal naming the holder when there is one
   */
  static FolderLock take(DataFolder folder, String command) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<FolderLock> lock = FolderLock.tryTake(folder, command);
    while (lock.isEmpty()) {
      Optional<RunningFile> running = runningHolder(folder);
      if (running.isPresent() || System.nanoTime() > end) {
        throw held(folder, running);
      }
      pause();
      lock = FolderLock.tryTake(folder, command);
    }
    return lock.get();
  }

  /** What the holder says about itself, once it is ready; never of one that was killed. */
  static Optional<RunningFile> runningHolder(DataFolder folder) {
    String holder = FolderLock.holderOf(folder);
    return RunningFile.read(folder)
        .filter(running -> holder.startsWith("pid " + running.pid() + ","));
  }

  static Refusal held(DataFolder folder, Optional<RunningFile> running) {
    String holder = FolderLock.holderOf(folder);
    String admin = running.map(r -> ", admin address " + r.admin()).orElse("");
    return Refusal.notPossibleNow(
        "data: " + folder.path() + " is held by " + holder + admin + " (expected: nobody)",
        "End that process, or name another folder with --data DIR.");
  }

  static void pause() {
    try {
      Thread.sleep(GLANCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.notPossibleNow("interrupted while the folder was busy", "");
    }
  }
}
