package webhookinspector.checks.endurance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a running program takes of the machine. */
final class Memory {

  private static final Pattern HEAP = Pattern.compile(" used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private Memory() {}

  /** Bytes of live objects: the heap after a full collection. */
  static long live(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    Matcher used = HEAP.matcher(jcmd(pid, "GC.heap_info"));
    long kilobytes = 0;
    while (used.find()) {
      kilobytes += Long.parseLong(used.group(1));
      if (used.group().startsWith("Metaspace")) {
        break;
      }
    }
    return kilobytes * 1_024;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd " + command + ": " + said);
    }
    return said.replaceAll("(?m)^ *(Metaspace|class space) .*$", "");
  }

  /** Bytes of the machine's memory. */
  static long resident(long pid) throws IOException {
    Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
    if (!found.find()) {
      throw new IOException("no VmRSS of " + pid);
    }
    return Long.parseLong(found.group(1)) * 1_024;
  }

  /** Open files and connections. */
  static long descriptors(long pid) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return all.count();
    }
  }
}
