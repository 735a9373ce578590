package webhookinspector.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Somebody who answers POSTs, in processes of its own.
 *
 * @param url where to post to
 */
record Contender(String name, Process process, URI url) {

  /** The kernel's unit of processor time on every Linux that Java runs on. */
  private static final long MICROS_PER_TICK = 10_000;

  /** Processor time used so far, user and system, children included, in microseconds. */
  long cpuMicros() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .mapToLong(handle -> ticks(handle.pid()))
            .sum()
        * MICROS_PER_TICK;
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return LongStream.rangeClosed(11, 14) // its own, and of children that have ended
          .map(i -> Long.parseLong(fields[(int) i]))
          .sum();
    } catch (IOException e) {
      return 0; // a child that has just ended counts as its parent's
    }
  }

  /** Of all its processes. */
  long residentKilobytes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToLong(handle -> resident(handle.pid()))
        .sum();
  }

  private static long resident(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException e) {
      return 0; // it has just ended
    }
  }

  void stop() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
