package webhookinspector.checks.durability;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads what {@code strace -f -yy -xx} wrote, as far as one folder is concerned. */
final class Trace {

  /** What has to be traced; strings longer than the limit would be cut. */
  private static final List<String> STRACE =
      List.of(
          "strace",
          "-f",
          "--seccomp-bpf",
          "-qq",
          "-yy",
          "-xx",
          "-s",
          "2000000",
          "-e",
          "trace=openat,pwrite64,ftruncate,fsync,fdatasync,write,writev,sendto,unlink");

  private static final String UNFINISHED = " <unfinished ...>";
  private static final String GOOD_ANSWER = hex("HTTP/1.1 200");
  private static final String ID_HEADER = hex("X-Delivery-Id: ");
  private static final int ID_LENGTH = 26;

  private final Path folder;
  private final List<DiskEvent> events = new ArrayList<>();
  private final Map<String, String> unfinished = new HashMap<>();

  private Trace(Path folder) {
    this.folder = folder;
  }

  /** What is put before a command so that it is traced into a file. */
  static String[] command(Path file) {
    var command = new ArrayList<>(STRACE);
    command.addAll(List.of("-o", file.toString()));
    return command.toArray(String[]::new);
  }

  static List<DiskEvent> read(Path file, Path folder) throws IOException {
    var trace = new Trace(folder);
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        trace.line(line);
      }
    }
    return trace.events;
  }

  /** A call of one thread may be split in two lines, with those of other threads between them. */
  private void line(String line) {
    int space = line.indexOf(' ');
    String thread = line.substring(0, space);
    String call = line.substring(space).stripLeading();
    if (call.endsWith(UNFINISHED)) {
      String head = call.substring(0, call.length() - UNFINISHED.length());
      unfinished.put(thread, head);
      begins(head);
    } else if (call.startsWith("<... ")) {
      String head = unfinished.remove(thread);
      if (head != null) {
        ended(head + call.substring(call.indexOf('>') + 1));
      }
    } else {
      begins(call);
      ended(call);
    }
  }

  private void begins(String call) {
    if (call.startsWith("fsync(") || call.startsWith("fdatasync(")) {
      events.add(new DiskEvent.SyncBegins(descriptorPath(call)));
    } else if (call.startsWith("write") || call.startsWith("sendto(")) {
      int header = call.indexOf(ID_HEADER);
      if (header > 0 && call.contains(GOOD_ANSWER)) {
        int id = header + ID_HEADER.length();
        events.add(
            new DiskEvent.Promised(
                new String(
                    unhex(call.substring(id, id + 4 * ID_LENGTH)), StandardCharsets.US_ASCII)));
      }
    }
  }

  private void ended(String call) {
    int equals = call.lastIndexOf(" = ");
    if (equals < 0 || call.startsWith("-1", equals + 3) || call.startsWith("?", equals + 3)) {
      return;
    }
    switch (call.substring(0, call.indexOf('('))) {
      case "pwrite64" -> write(call, equals);
      case "ftruncate" ->
          ours(descriptorPath(call), path -> new DiskEvent.Truncate(path, lastArgument(call)));
      case "fsync", "fdatasync" -> events.add(new DiskEvent.SyncEnds(descriptorPath(call)));
      case "openat" -> {
        if (call.contains("O_CREAT")) {
          ours(quotedPath(call), DiskEvent.Create::new);
        }
      }
      case "unlink" -> ours(quotedPath(call), DiskEvent.Remove::new);
      default -> {}
    }
  }

  private void write(String call, int equals) {
    ours(
        descriptorPath(call),
        path -> {
          int start = call.indexOf('"') + 1;
          int length = Integer.parseInt(call.substring(equals + 3).strip());
          byte[] bytes = unhex(call.substring(start, start + 4 * length));
          return new DiskEvent.Write(path, lastArgument(call), bytes);
        });
  }

  private interface Making {
    DiskEvent of(Path path);
  }

  private void ours(Path path, Making making) {
    if (path.startsWith(folder)) {
      events.add(making.of(path));
    }
  }

  private static Path descriptorPath(String call) {
    return Path.of(text(call.substring(call.indexOf('<') + 1, call.indexOf('>'))));
  }

  private static Path quotedPath(String call) {
    int start = call.indexOf('"') + 1;
    return Path.of(text(call.substring(start, call.indexOf('"', start))));
  }

  private static long lastArgument(String call) {
    int end = call.lastIndexOf(") ");
    return Long.parseLong(call.substring(call.lastIndexOf(' ', end) + 1, end));
  }

  private static String text(String escaped) {
    return escaped.startsWith("\\x") ? new String(unhex(escaped), StandardCharsets.UTF_8) : escaped;
  }

  private static byte[] unhex(String escaped) {
    byte[] bytes = new byte[escaped.length() / 4];
    for (int i = 0; i < bytes.length; i++) {
      int high = HexFormat.fromHexDigit(escaped.charAt(4 * i + 2));
      bytes[i] = (byte) (high << 4 | HexFormat.fromHexDigit(escaped.charAt(4 * i + 3)));
    }
    return bytes;
  }

  private static String hex(String text) {
    var hex = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
      hex.append("\\x").append(HexFormat.of().toHexDigits(b));
    }
    return hex.toString();
  }
}
