package webhookinspector.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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
      return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    } catch (IOException e) {
      throw new UncheckedIOException("process " + pid + " is gone", e);
    }
  }

  void stop() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
