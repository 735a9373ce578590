package webhookinspector.checks.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text that would steer a terminal, mislead the eye, or pretend to be a row of ours. */
final class Payloads {

  /** What a payload's own line begins with, if one gets through. */
  static final String ROW = "FORGED-ROW-7331";

  private static final List<String> SEQUENCES =
      List.of(
          "\u001b[2J",
          "\u001b[H",
          "\u001b[7331;7331H",
          "\u001b[7331m",
          "\u001b[8m",
          "\u001b[1A",
          "\u001b[2K",
          "\u001b[?1049h",
          "\u001b[?25l",
          "\u001b[6n",
          "\u001b[5i",
          "\u001b[20t",
          "\u001bc",
          "\u001b7",
          "\u001b(0",
          "\u001bP+q544e\u001b\\",
          "\u001b]0;title\u0007",
          "\u001b]0;title\u001b\\",
          "\u001b]2;title\u0007",
          "\u001b]8;;http://evil.test/\u0007link\u001b]8;;\u0007",
          "\u001b]52;c;ZXZpbA==\u0007",
          "\u001b]1337;File=:AAAA\u0007",
          "\u001b]777;notify;a;b\u0007",
          "\u001b_apc\u001b\\",
          "\u001b^pm\u001b\\",
          "\u009b2J",
          "\u009d0;title\u009c",
          "\u0090q\u009c",
          "\u0085" + ROW,
          "\u0007",
          "\b\b\b\b",
          "\u007f\u007f",
          "\u000e\u000f",
          "\u0000",
          "\n" + ROW,
          "\r" + ROW,
          "\r\n" + ROW + " authentic",
          "\u000b" + ROW,
          "\f" + ROW,
          "\u2028" + ROW,
          "\u2029" + ROW,
          "\u202egnp.exe",
          "\u2066\u2067\u2069",
          "\u200b\u200e\u200f",
          "\ufeff",
          "\n{\"level\":\"ERROR\",\"message\":\"" + ROW + "\"}");

  private Payloads() {}

  static List<String> all() {
    return SEQUENCES;
  }

  /** As a JSON string, every character escaped. */
  static String json(String text) {
    var json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));
    return json.append('"').toString();
  }

  /** A delivery's body in which each of them stands in each field of an event. */
  static String body() {
    var events = new ArrayList<String>();
    for (String payload : SEQUENCES) {
      String text = json("x" + payload + "y");
      events.add(
          ("{\"action\":%1$s,\"created_at\":%1$s,"
                  + "\"user\":{\"gid\":%1$s,\"resource_type\":\"user\",\"name\":%1$s},"
                  + "\"resource\":{\"gid\":\"1200\",\"resource_type\":%1$s,\"resource_subtype\":%1$s,"
                  + "\"name\":%1$s},\"parent\":{\"gid\":%1$s,\"resource_type\":%1$s,\"name\":%1$s},"
                  + "\"change\":{\"field\":%1$s,\"action\":\"changed\",\"new_value\":%1$s}}")
              .formatted(text));
    }
    return "{\"events\":[" + String.join(",", events) + "]}";
  }

  /** The same, unescaped: no JSON, but somebody may send it. */
  static String raw() {
    return String.join(" ", SEQUENCES);
  }
}
