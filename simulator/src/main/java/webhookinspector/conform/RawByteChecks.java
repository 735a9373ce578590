package webhookinspector.conform;

import static webhookinspector.conform.Group.RAW_BYTES;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import webhookinspector.delivery.Body;

/**
 * Bodies that change when somebody parses and writes them again, or decodes them to text. All are
 * genuine, so all must be accepted.
 */
final class RawByteChecks {

  private static final String WHY =
      "The signature covers bytes. JSON that is parsed and written again, or decoded to text, is"
          + " other bytes: ";

  private RawByteChecks() {}

  static List<Case> all() {
    return List.of(
        trap(
            Severity.MUST,
            "raw-spaces",
            "Verifies a body with spaces and line breaks in it",
            "blanks between the parts get lost, and proxies that pretty-print add some.",
            bodies ->
                text(event(bodies, "Fix login").replace("\":", "\" : ").replace(",\"", ",\n  \""))),
        trap(
            Severity.MUST,
            "raw-key-order",
            "Verifies a body with its keys in any order",
            "Asana's order of keys is not stable, even within one body.",
            bodies ->
                text(
                    "{\"user\":null,\"resource\":"
                        + "{\"resource_type\":\"task\",\"gid\":\""
                        + bodies.gid()
                        + "\"},\"parent\":null,\"created_at\":\"2026-06-12T08:41:02.318Z\","
                        + "\"action\":\"deleted\"}")),
        trap(
            Severity.MUST,
            "raw-escapes",
            "Verifies a body with escapes that need not be there",
            "\\u0046 and \\/ come back as F and /.",
            bodies -> text(event(bodies, "\\u0046ix \\/login\\/ \\u003cnow\\u003e"))),
        trap(
            Severity.MUST,
            "raw-unicode",
            "Verifies a body with accents, other scripts and emoji as they are",
            "writers that keep to ASCII turn them into escapes.",
            bodies -> text(event(bodies, "Caf\u00e9 \u6f22\u5b57 \ud83d\ude80"))),
        trap(
            Severity.MUST,
            "raw-escaped-unicode",
            "Verifies a body with accents and emoji as escapes",
            "writers that do not keep to ASCII turn them into characters.",
            bodies -> text(event(bodies, "Caf\\u00e9 \\u6f22\\u5b57 \\ud83d\\ude80"))),
        trap(
            Severity.MUST,
            "raw-numbers",
            "Verifies a body with numbers in any form",
            "1.10 comes back as 1.1, and long integers get rounded.",
            bodies ->
                text(
                    bodies.event(
                        "changed",
                        "{\"action\":\"changed\",\"field\":\"custom_fields\",\"new_value\":{\"gid\":"
                            + "\"12\",\"number_value\":1.10,\"total\":12345678901234567890}}",
                        "null",
                        Bodies.taskRef(bodies.gid())))),
        trap(
            Severity.MUST,
            "raw-line-ends",
            "Verifies a body with line ends around it",
            "trimming, or turning CRLF into LF, is enough to break it.",
            bodies -> Body.of("\r\n" + text(event(bodies, "Fix login")).text() + "\r\n")),
        trap(
            Severity.SHOULD,
            "raw-duplicate-keys",
            "Verifies a body with a key that stands twice",
            "parsers keep one of the two.",
            bodies -> Body.of("{\"events\":[],\"events\":[" + event(bodies, "Fix login") + "]}")),
        trap(
            Severity.SHOULD,
            "raw-not-utf8",
            "Verifies a body that is not UTF-8",
            "decoding replaces the bytes that it cannot read.",
            RawByteChecks::notUtf8));
  }

  /** Makes a genuine body. */
  @FunctionalInterface
  private interface Maker {
    Body by(Bodies bodies);
  }

  private static Case trap(Severity severity, String id, String title, String why, Maker maker) {
    var draft =
        severity == Severity.MUST
            ? Case.must(RAW_BYTES, id, Mistake.RESERIALISED_BODY)
            : Case.should(RAW_BYTES, id, Mistake.RESERIALISED_BODY);
    return draft
        .title(title)
        .why(WHY + why, Source.SAMPLES)
        .needs(Need.DELIVERY)
        .tries(
            receiver ->
                Expect.accepted(
                    receiver.deliver(maker.by(receiver.bodies())), "This genuine body"));
  }

  private static Body text(String event) {
    return Bodies.of(event);
  }

  private static String event(Bodies bodies, String name) {
    return bodies.event(
        "changed",
        "{\"action\":\"changed\",\"field\":\"name\"}",
        "null",
        "{\"gid\":\"%s\",\"name\":\"%s\",\"resource_type\":\"task\"}"
            .formatted(bodies.gid(), name));
  }

  private static Body notUtf8(Bodies bodies) {
    var bytes = new ByteArrayOutputStream();
    byte[] text = text(event(bodies, "Caf@")).toBytes();
    for (byte b : text) {
      bytes.write(b == '@' ? 0xe9 : b);
    }
    bytes.writeBytes(" ".getBytes(StandardCharsets.US_ASCII));
    return Body.of(bytes.toByteArray());
  }
}
