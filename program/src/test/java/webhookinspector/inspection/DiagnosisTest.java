package webhookinspector.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.history.HostileBodies;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

class DiagnosisTest {

  private static final Secret SECRET =
      Secret.of("b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81");
  private static final Secret OTHER = Secret.of("0123456789abcdef0123456789abcdef");
  private static final KnownSecret OWN = new KnownSecret("sprint-board", SECRET);
  private static final List<KnownSecret> OTHERS =
      List.of(
          new KnownSecret("stranger", Secret.of("ffffffffffffffffffffffffffffffff")),
          new KnownSecret("release-board", OTHER));

  /** As Asana sends it: compact, with what the usual writers of JSON escape differently. */
  private static final String ASANA =
      "{\"events\":[{\"user\":{\"gid\":\"1200000000000007\",\"resource_type\":\"user\"},"
          + "\"created_at\":\"2026-06-12T08:41:02.318Z\",\"action\":\"changed\","
          + "\"resource\":{\"gid\":\"1200000000000555\",\"resource_type\":\"task\","
          + "\"name\":\"Café / <b>🚀\",\"n\":1.10},"
          + "\"parent\":null,\"change\":{\"field\":\"name\",\"action\":\"changed\"}}]}";

  /** A cause and what arrives when it strikes. */
  record Accident(String cause, String header, Body body) {
    Accident(String cause, String header, byte[] bytes) {
      this(cause, header, Body.of(bytes));
    }

    @Override
    public String toString() {
      return cause;
    }
  }

  private static Accident rewritten(String cause, String body) {
    return new Accident(cause, sign(SECRET, ASANA), body.getBytes(UTF_8));
  }

  private static Accident signedAs(String cause, String signed) {
    return new Accident(cause, sign(SECRET, signed), ASANA.getBytes(UTF_8));
  }

  private static Accident withHeader(String cause, String header) {
    return new Accident(cause, header, ASANA.getBytes(UTF_8));
  }

  private static String sign(Secret secret, String body) {
    return Signature.of(secret, Body.of(body)).hex();
  }

  static List<Accident> accidents() throws IOException {
    String right = sign(SECRET, ASANA);
    String spaced = ASANA.replace("\":", "\": ").replace(",\"", ", \"");
    String lines = ASANA.replace(",", ",\n");
    return List.of(
        withHeader("other-inbox", sign(OTHER, ASANA)),
        withHeader(
            "key-hex-decoded",
            sign(SECRET.misread(b -> HexFormat.of().parseHex(new String(b, UTF_8))), ASANA)),
        withHeader("key-with-newline", sign(misread("%s\n"), ASANA)),
        withHeader("key-quoted", sign(misread("\"%s\""), ASANA)),
        withHeader("header-upper-case", right.toUpperCase(Locale.ROOT)),
        withHeader("header-prefix", "sha256=" + right),
        withHeader("header-quoted", "\"" + right + "\""),
        withHeader(
            "header-base64", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(right))),
        rewritten("newline-added", ASANA + "\n"),
        new Accident("newline-cut", sign(SECRET, ASANA + "\n"), ASANA.getBytes(UTF_8)),
        rewritten("bom-added", "\ufeff" + ASANA),
        new Accident(
            "crlf-added", sign(SECRET, lines), lines.replace("\n", "\r\n").getBytes(UTF_8)),
        rewritten("json-compact", spaced),
        rewritten("json-compact", ASANA.replace("/", "\\/")),
        rewritten("json-compact", ASANA.replace("é", "\\u00e9").replace("🚀", "\\ud83d\\ude80")),
        signedAs("json-spaced", spaced),
        signedAs("json-escaped-slashes", ASANA.replace("/", "\\/")),
        signedAs(
            "json-escaped-unicode", ASANA.replace("é", "\\u00e9").replace("🚀", "\\ud83d\\ude80")),
        signedAs("json-escaped-html", ASANA.replace("<", "\\u003c").replace(">", "\\u003e")),
        rewritten(
            "json-reordered",
            new JsonText(sorted()).write(JsonTree.of(Body.of(ASANA)).orElseThrow())),
        signedAs(
            "json-sorted", new JsonText(sorted()).write(JsonTree.of(Body.of(ASANA)).orElseThrow())),
        signedAs("python-bytes", "b'" + ASANA + "'"),
        new Accident(
            "charset", right, new String(ASANA.getBytes(UTF_8), ISO_8859_1).getBytes(UTF_8)),
        new Accident("compressed", right, gzip(ASANA)),
        signedAs("body-dropped", ""),
        new Accident(
            "other-inbox+newline-added", sign(OTHER, ASANA), (ASANA + "\n").getBytes(UTF_8)),
        new Accident(
            "header-upper-case+json-compact",
            right.toUpperCase(Locale.ROOT),
            spaced.getBytes(UTF_8)));
  }

  private static Secret misread(String format) {
    return SECRET.misread(b -> format.formatted(new String(b, UTF_8)).getBytes(UTF_8));
  }

  private static JsonStyle sorted() {
    return JsonStyle.ALL.stream()
        .filter(style -> style.cause().equals("json-sorted"))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return out.toByteArray();
  }

  private static Diagnosis diagnose(String header, byte[] body) {
    return Diagnosis.of(Headers.of(Signature.HEADER, header), Body.of(body), OWN, OTHERS);
  }

  @ParameterizedTest
  @MethodSource("accidents")
  void namesTheCause(Accident accident) {
    Diagnosis diagnosis = diagnose(accident.header(), accident.body().toBytes());
    assertThat(diagnosis.cause()).isEqualTo(accident.cause());
    assertThat(diagnosis.explanation())
        .doesNotContain(SECRET.reveal())
        .doesNotContain(Signature.of(SECRET, accident.body()).hex());
  }

  @Test
  void callsARandomSignatureUnknown() {
    var random = new Random(4);
    for (int i = 0; i < 20; i++) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      Diagnosis diagnosis = diagnose(HexFormat.of().formatHex(bytes), ASANA.getBytes(UTF_8));
      assertThat(diagnosis.cause()).isEqualTo("unknown");
    }
  }

  @Test
  void namesTheInboxWhoseSecretItWas() {
    assertThat(diagnose(sign(OTHER, ASANA), ASANA.getBytes(UTF_8)).explanation())
        .contains("the secret of inbox release-board");
  }

  @Test
  void namesTheFirstByteThatDiffers() {
    String spaced = ASANA.replace("\"action\":", "\"action\": ");
    int at = ASANA.indexOf("\"action\":") + "\"action\":".length();
    assertThat(diagnose(sign(SECRET, ASANA), spaced.getBytes(UTF_8)).explanation())
        .contains("first difference is at byte " + at + ".");
  }

  @Test
  void hasNothingToExplainWhereItMatches() {
    assertThat(diagnose(sign(SECRET, ASANA), ASANA.getBytes(UTF_8)).cause()).isEqualTo("none");
  }

  @Test
  void saysWhenThereIsNoSignatureOrNone() {
    assertThat(Diagnosis.of(Headers.none(), Body.of(ASANA), OWN, OTHERS).cause())
        .isEqualTo("unsigned");
    assertThat(diagnose("not a signature", ASANA.getBytes(UTF_8)).cause())
        .isEqualTo("malformed-header");
    var twice = Headers.of(Signature.HEADER, "x", Signature.HEADER, sign(SECRET, ASANA));
    assertThat(Diagnosis.of(twice, Body.of(ASANA), OWN, OTHERS).cause())
        .isEqualTo("several-headers");
  }

  @Test
  void staysQuickWithHostileBodies() {
    List<byte[]> large = HostileBodies.all().stream().filter(b -> b.length > 900_000).toList();
    assertThat(large).hasSizeGreaterThan(3);
    for (byte[] body : large) {
      long start = System.nanoTime();
      assertThat(diagnose("0".repeat(64), body).cause()).isEqualTo("unknown");
      assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    }
  }
}
