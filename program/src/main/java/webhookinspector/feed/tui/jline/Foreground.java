package webhookinspector.feed.tui.jline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the terminal listens to this process. A process in the background that touches the
 * terminal's settings is stopped by the system, which would end a service that was started with an
 * ampersand.
 */
final class Foreground {

  /** Behind the program's name: state, parent, process group, session, terminal, its group. */
  private static final int GROUP = 2;

  private static final int GROUP_OF_TERMINAL = 5;

  private Foreground() {}

  /** Yes where the system does not tell (proc(5) is Linux). */
  static boolean isOurs() {
    try {
      return isOurs(Files.readString(Path.of("/proc/self/stat"), StandardCharsets.ISO_8859_1));
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  static boolean isOurs(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return fields[GROUP].equals(fields[GROUP_OF_TERMINAL]);
  }
}
