package webhookinspector.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Secret;

class ReportsTest {

  private static final Secret SECRET = Secret.of("0123456789abcdef0123456789abcdef");
  private static final String HOSTILE = "\u001b[31m<b>&\"\u202e\u0000";

  private static final Report REPORT =
      new Report(
          URI.create("http://localhost:3000/hook"),
          7,
          List.of(
              result("handshake-accepted", Outcome.passed()),
              result("handshake-repeat", new Outcome.Warned("not echoed again: 401 after 3 ms")),
              result("raw-spaces", new Outcome.Failed("This genuine body was not accepted")),
              result("second-webhook", new Outcome.Skipped("needs --second"))),
          Duration.ofMillis(1_234));

  private static Result result(String id, Outcome outcome) {
    var post = new Post(Headers.of("X-Hook-Secret", SECRET.reveal()), Body.of(""));
    var answer =
        new Answer.Given(
            401, Headers.of("X-A", HOSTILE), Body.of(HOSTILE), true, Duration.ofMillis(3));
    Exchange exchange =
        new Traffic(URI.create("http://localhost:3000/hook"), post, answer).shown(List.of(SECRET));
    Check check = Catalogue.find(id).orElseThrow();
    return new Result(check, outcome, check.mistake(), List.of(exchange), Duration.ofMillis(3));
  }

  private static String text(TextReport.Style style) {
    return TextReport.of(REPORT, style);
  }

  @Test
  void saysInTextWhatFailedWhyAndHowToMendIt() {
    assertThat(text(TextReport.Style.plain()))
        .startsWith("Conformance of http://localhost:3000/hook\nseed 7 · 4 checks · 1.2 s\n")
        .contains("  ✓ passed  handshake-accepted          Answers a handshake with 200 or 204\n")
        .contains("  – skipped second-webhook              not tried: needs --second\n")
        .contains("✗ failed  raw-spaces  Verifies a body with spaces and line breaks in it\n")
        .contains("      points to  re-serialised body\n")
        .contains("      came back  HTTP 401\n")
        .contains("✗ does not conform: 1 passed, 1 failed, 1 warned, 1 not tried\n")
        .endsWith("Points to: re-serialised body\nWorth a look: handshake refused\n");
  }

  @Test
  void saysTheSameWithoutColourAndWithoutUnicode() {
    assertThat(text(new TextReport.Style(false, true, 80)))
        .contains("!! failed ", "ok passed ", "al warned ")
        .matches("[\\x20-\\x7e\n…]*");
    assertThat(text(new TextReport.Style(true, false, 80)).replaceAll("\u001b\\[[0-9]+m", ""))
        .isEqualTo(text(new TextReport.Style(false, false, 80)));
  }

  @Test
  void saysOnceWhatManyCouldNotBeTriedFor() {
    List<Result> skipped =
        List.of("raw-spaces", "raw-key-order", "raw-escapes", "raw-unicode").stream()
            .map(id -> result(id, new Outcome.Skipped("see delivery-accepted")))
            .toList();
    Report report = new Report(REPORT.target(), 7, skipped, Duration.ofMillis(1));

    assertThat(TextReport.of(report, TextReport.Style.plain()))
        .containsOnlyOnce("see delivery-accepted")
        .contains("  – skipped 4 checks                    not tried: see delivery-accepted\n");
  }

  @Test
  void obeysNothingThatTheReceiverSent() {
    assertThat(text(TextReport.Style.plain())).doesNotContain("\u001b", "\u202e", "\u0000");
  }

  @Test
  void showsNoSecretInAnyFormat() {
    assertThat(
            List.of(
                text(TextReport.Style.plain()),
                JsonReport.of(REPORT),
                JUnitReport.of(REPORT),
                SarifReport.of(REPORT, "1.0")))
        .allSatisfy(text -> assertThat(text).doesNotContain(SECRET.reveal()))
        .allSatisfy(text -> assertThat(text).contains("(secret " + SECRET.fingerprint() + ")"));
  }

  @Test
  void writesOneJsonObject() {
    JsonNode json = JsonMapper.shared().readTree(JsonReport.of(REPORT));

    assertThat(json.path("type").asString()).isEqualTo("conformance");
    assertThat(json.path("conforms").asBoolean()).isFalse();
    assertThat(json.path("results")).hasSize(4);
    assertThat(json.path("results").get(2).path("outcome").asString()).isEqualTo("failed");
    assertThat(json.path("mistakes").get(0).asString()).isEqualTo("re-serialised body");
  }

  @Test
  void writesJUnitXmlThatCountsRight() throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(JUnitReport.of(REPORT))))
            .getDocumentElement();

    assertThat(root.getAttribute("tests")).isEqualTo("4");
    assertThat(root.getAttribute("failures")).isEqualTo("1");
    assertThat(root.getAttribute("skipped")).isEqualTo("1");
    assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(4);
    assertThat(((Element) root.getElementsByTagName("failure").item(0)).getAttribute("type"))
        .isEqualTo("re-serialised body");
  }

  @Test
  void writesSarifWithARuleForEachResult() {
    JsonNode sarif = JsonMapper.shared().readTree(SarifReport.of(REPORT, "1.0"));
    JsonNode run = sarif.path("runs").get(0);

    assertThat(sarif.path("version").asString()).isEqualTo("2.1.0");
    assertThat(run.path("results")).hasSize(4);
    for (JsonNode result : run.path("results")) {
      JsonNode rule =
          run.path("tool").path("driver").path("rules").get(result.path("ruleIndex").asInt());
      assertThat(rule.path("id").asString()).isEqualTo(result.path("ruleId").asString());
      assertThat(result.path("message").path("text").asString()).isNotBlank();
      assertThat(result.path("level").asString().equals("none"))
          .isEqualTo(!result.path("kind").asString().equals("fail"));
    }
  }

  @Test
  void explainsEveryCheck() {
    assertThat(Catalogue.checks())
        .allSatisfy(
            check ->
                assertThat(
                        TextReport.explain(check, TextReport.Style.plain()).replaceAll("\\s+", " "))
                    .startsWith(check.id())
                    .contains("mend", "why", check.source()));
  }
}
