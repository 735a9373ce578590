package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;
import webhookinspector.inbox.Inbox;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;

/** Too many, too long, too odd headers (threats A5, B11, B12). */
class HostileHeadersTest {

  private static final Secret SECRET = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final String BODY = "{\"events\":[]}";
  private static final String RIGHT = Signature.of(SECRET, Body.of(BODY)).hex();

  @TempDir Path folder;
  private Door door;
  private Inbox inbox;

  @BeforeEach
  void open() {
    door = Door.open(folder);
    inbox = door.settledInbox(SECRET);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void areNeitherKeptByHalfNorSentBack() throws IOException {
    var corpus = new ArrayList<String>();
    corpus.add("X-Big: " + "canary".repeat(11_000));
    corpus.add("X-Canary: 1\r\n".repeat(2_000) + "X-Last: 1");
    corpus.add("X-" + "canary".repeat(11_000) + ": 1");
    for (char odd : "\0\1\7\b\u000b\f\u001b\u007f\r".toCharArray()) {
      corpus.add("X-Canary" + odd + ": 1");
      corpus.add(odd + "X-Canary: 1");
    }
    for (char odd : "\0\1\7\b\u000b\f\u001b\r".toCharArray()) {
      corpus.add("X-Canary: a" + odd + "b");
    }
    for (char odd : "()<>@,;\\\"/[]?={} ".toCharArray()) {
      corpus.add("X-Canary" + odd + "X: 1");
    }
    corpus.addAll(
        List.of(
            "X-Canary: 1\r\n\tfolded",
            "X-Canary: 1\r\n folded",
            "Host: canary",
            "X-Canary",
            ": canary"));
    for (String headers : corpus) {
      String answer =
          everything(Door.post(Door.path(inbox), BODY, headers, "X-Hook-Signature: " + RIGHT));
      assertThat(answer)
          .as(abridged(headers))
          .matches("(?s)HTTP/1.1 (400|431) .*")
          .doesNotContain("anary");
    }
    assertThat(door.kept(inbox)).isEmpty();
  }

  @Test
  void mayBeTwoHundred() throws IOException {
    String[] headers = new String[201];
    for (int i = 0; i < 200; i++) {
      headers[i] = "X-Header-" + i + ": value " + i;
    }
    headers[200] = "X-Hook-Signature: " + RIGHT;

    assertThat(everything(Door.post(Door.path(inbox), BODY, headers))).startsWith("HTTP/1.1 200 ");
    assertThat(door.kept(inbox).getFirst().delivery().headers().lines()).hasSize(204);
  }

  @Test
  void neverVerifyASignatureInAnyFormButTheDocumentedOne() throws IOException {
    var corpus = new ArrayList<String>();
    for (char odd : ",;=\"'.0g\u00a0\u00e9%".toCharArray()) {
      corpus.add(odd + RIGHT);
      corpus.add(RIGHT + odd);
      corpus.add(RIGHT.substring(0, 31) + odd + RIGHT.substring(32));
    }
    for (int i = 0; i < 64; i++) {
      corpus.add(RIGHT.substring(0, i));
    }
    corpus.add(RIGHT.toUpperCase(java.util.Locale.ROOT));
    corpus.add("sha256=" + RIGHT);
    corpus.add(RIGHT + ", " + RIGHT);
    corpus.add("f".repeat(7_000));
    corpus.add(RIGHT + "\r\nX-Hook-Signature: " + RIGHT);
    corpus.add("\r\nX-Hook-Signature: " + RIGHT);
    corpus.removeIf(RIGHT::equals);
    for (String form : corpus) {
      String answer = everything(Door.post(Door.path(inbox), BODY, "X-Hook-Signature: " + form));
      assertThat(answer).as(abridged(form)).startsWith("HTTP/1.1 401 ");
    }
    assertThat(door.kept(inbox))
        .hasSize(corpus.size())
        .noneMatch(judged -> judged.judgement().believable());
  }

  @Test
  void cannotSplitTheAnswerThroughTheEchoOfASecret() throws IOException {
    Inbox open = door.newInbox();
    door.handshakes.open(open.name());
    var corpus = new ArrayList<String>();
    for (String odd :
        List.of(
            "%0d%0a",
            "\\r\\n", "\u0085", "\u00e9", " ", "\t", ",", ";", ":", "\"", "<", "=", "/", "+", ".",
            "~", "\u00a0")) {
      corpus.add("0123456789abcdef" + odd + "X-Injected: 1");
      corpus.add("0123456789abcdef" + odd + "0123456789abcdef");
    }
    corpus.addAll(
        List.of(
            "", "short", "s".repeat(513), "0123456789abcdef\r\nX-Hook-Secret: 0123456789abcdeg"));
    for (String value : corpus) {
      String answer = everything(Door.post(Door.path(open), "", "X-Hook-Secret: " + value));
      assertThat(answer)
          .as(value)
          .startsWith("HTTP/1.1 400 ")
          .doesNotContainIgnoringCase("X-Hook-Secret", "Injected");
    }
    for (String split : List.of("0123456789abcdef\rX-Injected: 1", "0123456789abcdef\0")) {
      assertThat(everything(Door.post(Door.path(open), "", "X-Hook-Secret: " + split)))
          .startsWith("HTTP/1.1 400 ");
    }
    Secrets secrets = door.secretsOf(open);
    assertThat(secrets.candidates()).isEmpty();
    Wire.Answer good =
        Wire.ask(
            door.port(), Door.post(Door.path(open), "", "X-Hook-Secret: " + SECRET.reveal() + "0"));
    assertThat(good.all("X-Hook-Secret")).containsExactly(SECRET.reveal() + "0");
  }

  private static String abridged(String text) {
    return text.substring(0, Math.min(60, text.length()));
  }

  private String everything(String bytes) throws IOException {
    try (Wire wire = Wire.to(door.port())) {
      wire.patience(5_000);
      wire.send(bytes.replaceFirst("\r\n", "\r\nConnection: close\r\n"));
      return wire.rest();
    } catch (IOException e) {
      return "reset: " + e.getMessage();
    }
  }
}
