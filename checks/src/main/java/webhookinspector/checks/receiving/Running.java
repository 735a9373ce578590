package webhookinspector.checks.receiving;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process and its folder take, as the kernel tells it. */
final class Running {

  private Running() {}

  /** Its memory now, in MB. */
  static long residentMegabytes(long pid) throws IOException {
    return kilobytes(pid, "VmRSS:") / 1_024;
  }

  /** The most memory that it ever had, in MB. */
  static long peakMegabytes(long pid) throws IOException {
    return kilobytes(pid, "VmHWM:") / 1_024;
  }

  private static long kilobytes(long pid, String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }

  /** Files and sockets that it has open. */
  static long descriptors(long pid) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return open.count();
    }
  }

  /** The files of a folder whose names end so, in MB. */
  static long megabytes(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
      }
      return bytes >> 20;
    }
  }
}
