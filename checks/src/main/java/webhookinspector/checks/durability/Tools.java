package webhookinspector.checks.durability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of the system that a check needs. */
public final class Tools {

  private Tools() {}

  /** Whether a command is there and ends well. */
  public static boolean work(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /** A small disk in memory; false when this user may not mount one. */
  static boolean mount(Path folder, int megabytes) throws InterruptedException {
    return work(
        "mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "tmpfs", folder + "");
  }

  static void unmount(Path folder) throws InterruptedException {
    work("umount", "-l", folder.toString());
  }

  /**
   * Disturbs syncs of these files in a running process, until the one that is returned ends.
   *
   * @param fault strace's words for it, such as {@code error=EIO:when=1..3}; it counts each
   *     thread's syncs by themselves
   */
  static Process disturbSyncs(long pid, List<Path> files, String fault) throws IOException {
    var command =
        new ArrayList<>(
            List.of("strace", "-f", "-qq", "-o", "/dev/null", "-p", Long.toString(pid)));
    for (Path file : files) {
      command.addAll(List.of("-P", file.toString()));
    }
    command.addAll(List.of("-e", "trace=fsync,fdatasync"));
    command.addAll(List.of("-e", "inject=fsync,fdatasync:" + fault));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
