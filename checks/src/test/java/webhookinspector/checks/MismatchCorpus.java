package webhookinspector.checks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.checks.Meddler.Parcel;
import webhookinspector.checks.Meddler.Way;
import webhookinspector.delivery.Body;
import webhookinspector.faults.Fault;
import webhookinspector.faults.FaultKind;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/** What goes wrong between Asana and a receiver, each under the name that {@code explain} gives. */
final class MismatchCorpus {

  /** What would be written otherwise by others: accents, an emoji, a slash, signs of HTML. */
  private static final String NAME = ",\"name\":\"Café 🚀 a/b <x>\"}";

  private MismatchCorpus() {}

  /** What Asana itself, or a stranger, does, by a fault of the simulator. */
  static Map<FaultKind, String> faults() {
    return Map.of(
        FaultKind.REWRITTEN, "json-compact",
        FaultKind.NO_SIGNATURE, "unsigned",
        FaultKind.UPPER_CASE_SIGNATURE, "header-upper-case",
        FaultKind.TRUNCATED_SIGNATURE, "malformed-header",
        FaultKind.WRONG_SIGNATURE, "unknown",
        FaultKind.OLD_SIGNATURE, "unknown",
        FaultKind.FORGED, "unknown");
  }

  static Fault once(FaultKind kind) {
    return Fault.of(kind).times(1).on("events");
  }

  /** What a proxy does to a delivery on its way. */
  static Map<String, Way> ways() {
    var ways = new TreeMap<String, Way>();
    header(ways);
    body(ways);
    key(ways);
    json(ways);
    ways.put(
        "other-inbox+newline-added",
        (p, _, other) -> new Parcel(Body.of(p.body().text() + "\n"), sign(other, p.body())));
    ways.put(
        "header-upper-case+json-compact",
        (p, _, _) -> new Parcel(spaced(p.body()), p.signature().toUpperCase(Locale.ROOT)));
    return ways;
  }

  private static void header(Map<String, Way> ways) {
    signature(ways, "header-prefix", hex -> "sha256=" + hex);
    signature(ways, "header-quoted", hex -> '"' + hex + '"');
    signature(
        ways,
        "header-base64",
        hex -> Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex)));
    ways.put("several-headers", (p, _, _) -> new Parcel(p.body(), List.of("proxy", p.signature())));
  }

  private static void signature(Map<String, Way> ways, String cause, UnaryOperator<String> how) {
    ways.put(cause, (p, _, _) -> new Parcel(p.body(), how.apply(p.signature())));
  }

  private static void body(Map<String, Way> ways) {
    bytes(ways, "newline-added", text -> text + "\n");
    bytes(ways, "bom-added", text -> "\u00ef\u00bb\u00bf" + text);
    bytes(ways, "blanks-trimmed", text -> "  " + text + " ");
    ways.put("compressed", (p, _, _) -> new Parcel(gzip(p.body()), p.signature()));
    signedAs(ways, "newline-cut", text -> text + "\n");
    signedAs(ways, "body-dropped", _ -> "");
    signedAs(ways, "python-bytes", text -> "b'" + text + "'");
    ways.put(
        "crlf-added",
        (p, own, _) -> {
          String lines = p.body().text().replace(",", ",\n");
          return new Parcel(Body.of(lines.replace("\n", "\r\n")), sign(own, Body.of(lines)));
        });
    ways.put(
        "charset",
        (p, own, _) -> {
          Body named = named(p.body());
          byte[] twice = new String(named.toBytes(), ISO_8859_1).getBytes(UTF_8);
          return new Parcel(Body.of(twice), sign(own, named));
        });
  }

  /** Sent otherwise than signed. */
  private static void bytes(Map<String, Way> ways, String cause, UnaryOperator<String> how) {
    ways.put(
        cause,
        (p, _, _) -> {
          String text = how.apply(new String(p.body().toBytes(), ISO_8859_1));
          return new Parcel(Body.of(text.getBytes(ISO_8859_1)), p.signature());
        });
  }

  /** Signed by somebody on the way, otherwise than sent. */
  private static void signedAs(Map<String, Way> ways, String cause, UnaryOperator<String> how) {
    ways.put(
        cause, (p, own, _) -> new Parcel(p.body(), sign(own, Body.of(how.apply(p.body().text())))));
  }

  /** Signed by somebody on the way who reads the secret wrongly. */
  private static void key(Map<String, Way> ways) {
    ways.put("other-inbox", (p, _, other) -> new Parcel(p.body(), sign(other, p.body())));
    misread(ways, "key-hex-decoded", text -> new String(HexFormat.of().parseHex(text), ISO_8859_1));
    misread(
        ways,
        "key-base64-decoded",
        text -> new String(Base64.getDecoder().decode(text), ISO_8859_1));
    misread(ways, "key-with-newline", text -> text + "\n");
    misread(ways, "key-with-crlf", text -> text + "\r\n");
    misread(ways, "key-with-blank", text -> text + " ");
    misread(ways, "key-quoted", text -> '"' + text + '"');
    misread(ways, "key-upper-case", text -> text.toUpperCase(Locale.ROOT));
  }

  private static void misread(Map<String, Way> ways, String cause, UnaryOperator<String> how) {
    ways.put(
        cause,
        (p, own, _) -> {
          Secret wrong =
              own.misread(b -> how.apply(new String(b, ISO_8859_1)).getBytes(ISO_8859_1));
          return new Parcel(p.body(), sign(wrong, p.body()));
        });
  }

  /** A relay that adds a name, signs one way to write it, and sends another. */
  private static void json(Map<String, Way> ways) {
    written(ways, "json-spaced", MismatchCorpus::spaced);
    written(ways, "json-escaped-slashes", body -> Body.of(body.text().replace("/", "\\/")));
    written(ways, "json-escaped-unicode", MismatchCorpus::ascii);
    written(ways, "json-php", body -> Body.of(ascii(body).text().replace("/", "\\/")));
    written(
        ways,
        "json-escaped-html",
        body -> Body.of(body.text().replace("<", "\\u003c").replace(">", "\\u003e")));
    written(ways, "json-sorted", MismatchCorpus::sorted);
  }

  private static void written(Map<String, Way> ways, String cause, UnaryOperator<Body> how) {
    ways.put(
        cause,
        (p, own, _) -> {
          Body named = named(p.body());
          return new Parcel(named, sign(own, how.apply(named)));
        });
  }

  private static Body named(Body body) {
    return Body.of(body.text().replaceFirst("(\"resource_type\":\"task\"[^}]*)}", "$1" + NAME));
  }

  private static Body spaced(Body body) {
    return Body.of(
        body.text().replace("\":", "\": ").replace(",\"", ", \"").replace("},{", "}, {"));
  }

  private static Body ascii(Body body) {
    var text = new StringBuilder();
    body.text()
        .chars()
        .forEach(c -> text.append(c < 0x80 ? "" + (char) c : String.format("\\u%04x", c)));
    return Body.of(text.toString());
  }

  private static Body sorted(Body body) {
    var json = JsonMapper.shared();
    return Body.of(json.writeValueAsString(sorted(json.readValue(body.text(), Object.class))));
  }

  private static Object sorted(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var sorted = new TreeMap<String, Object>();
        map.forEach((key, inner) -> sorted.put((String) key, inner == null ? null : sorted(inner)));
        yield sorted;
      }
      case List<?> list ->
          list.stream().map(inner -> inner == null ? null : sorted(inner)).toList();
      default -> value;
    };
  }

  private static String sign(Secret secret, Body body) {
    return Signature.of(secret, body).hex();
  }

  private static Body gzip(Body body) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body.toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Body.of(out.toByteArray());
  }
}
