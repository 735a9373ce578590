package webhookinspector.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import webhookinspector.web.Refusal;

/**
 * Header lines as they are typed. A value that begins with {@code @} names a file that holds it, so
 * that it stands in no list of processes and in no shell's history.
 */
final class HeaderLines {

  private HeaderLines() {}

  static List<String> read(List<String> typed) {
    return typed.stream().map(HeaderLines::read).toList();
  }

  private static String read(String typed) {
    int colon = typed.indexOf(':');
    String value = colon < 0 ? "" : typed.substring(colon + 1).strip();
    if (!value.startsWith("@")) {
      return typed;
    }
    try {
      String held = Files.readString(Path.of(value.substring(1)), StandardCharsets.ISO_8859_1);
      return typed.substring(0, colon) + ": " + held.strip();
    } catch (IOException e) {
      throw Refusal.badInput(
          "header: " + value.substring(1) + " cannot be read (expected: a file with the value)",
          "Give its path, or check who may read it.");
    }
  }
}
