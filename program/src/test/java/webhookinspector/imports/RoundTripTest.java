package webhookinspector.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.export.ExportFormat;
import webhookinspector.history.HostileBodies;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Marking;
import webhookinspector.inspection.DeliveryLine;

/** Out of one folder and into another: nothing is lost and nothing is believed that need not be. */
class RoundTripTest {

  @TempDir Path folder;
  private Shelf here;
  private Shelf there;

  @BeforeEach
  void open() throws IOException {
    here = new Shelf(Files.createDirectory(folder.resolve("here")), 1).withInbox();
    there = new Shelf(Files.createDirectory(folder.resolve("there")), 2);
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isByteEqualWhateverTheBodiesHold(boolean keepSignatures) throws IOException {
    HostileBodies.all().stream()
        .filter(body -> keepSignatures || body.length < 10_000)
        .forEach(here::received);
    Judged marked = here.received("{\"events\":[]}");
    here.registry.mark(marked.id(), new Marking(true, "twice “why”?\n\u0007"));
    here.received(Headers.of("X-Hook-Signature", "00"), Body.of("forged"));
    byte[] first = here.export(ExportFormat.JSONL, false, keepSignatures);
    there.take(first);
    byte[] second = there.export(ExportFormat.JSONL, false, keepSignatures);
    assertThat(new String(second, StandardCharsets.UTF_8))
        .isEqualTo(new String(first, StandardCharsets.UTF_8));
    assertThat(there.ledger.find(marked.id()).orElseThrow().judged().delivery())
        .matches(one -> !keepSignatures || one.equals(marked.delivery()));
    assertThat(there.registry.markings()).isEqualTo(here.registry.markings());
  }

  @Test
  void givesTheSameOutOfAnArchive() throws IOException {
    HostileBodies.all().stream().filter(body -> body.length < 10_000).forEach(here::received);
    there.take(here.export(ExportFormat.HAR, false, true));
    assertThat(there.exportWhole()).isEqualTo(here.exportWhole());
  }

  @Test
  void keepsNothingTwice() throws IOException {
    for (int i = 0; i < 1_200; i++) {
      here.received("{\"events\":[],\"n\":" + i + "}");
    }
    byte[] file = here.exportWhole();
    assertThat(there.take(Shelf.gzip(file)))
        .isEqualTo(new ImportReport(1200, 1200, 0, 0, List.of()));
    assertThat(there.take(file)).isEqualTo(new ImportReport(1200, 0, 1200, 0, List.of()));
    byte[] withheld = here.export(ExportFormat.JSONL, false, false);
    assertThat(there.take(withheld).known()).as("of which a file holds less").isEqualTo(1200);
    assertThat(here.take(file).known()).as("where it came from").isEqualTo(1200);
    assertThat(there.lines()).hasSize(1200);
  }

  @Test
  void believesOnlyWhatASecretOfOursHasSigned() throws IOException {
    for (int i = 0; i < 10; i++) {
      here.received("{\"events\":[],\"n\":" + i + "}");
    }
    byte[] file = here.exportWhole();
    String forged = new String(file, StandardCharsets.UTF_8).replace("\\\"n\\\"", "\\\"m\\\"");
    assertThat(there.take(file).authentic()).as("no secret here").isZero();
    assertThat(there.lines())
        .allMatch(line -> line.verdict().equals("nosecret") && line.source().equals("import"))
        .allMatch(line -> line.because().contains("the file calls it authentic"));
    try (var third = new Shelf(Files.createDirectory(folder.resolve("3")), 3).withInbox()) {
      assertThatThrownBy(() -> third.take(bytes(forged))).hasMessageContaining("sha256");
      String noHash = forged.replaceAll("\"sha256\":\"[0-9a-f]+\",", "");
      assertThat(third.take(bytes(noHash)).authentic()).isZero();
      assertThat(third.lines())
          .allMatch(line -> line.verdict().equals("forged"))
          .allMatch(line -> line.source().equals("import"));
    }
    try (var fourth = new Shelf(Files.createDirectory(folder.resolve("4")), 4).withInbox()) {
      assertThat(fourth.take(file).authentic()).isEqualTo(10);
      assertThat(fourth.lines())
          .allMatch(line -> line.verdict().equals("authentic"))
          .allMatch(line -> line.because().startsWith("imported: signed with this inbox's secret"));
    }
  }

  @Test
  void neverBelievesAHandshakeOrWhatCameWithoutASignature() throws IOException {
    String lines =
        """
        {"type":"delivery","handshake":true,"verdict":"accepted","because":"x","believable":true,\
        "source":"webhook","inbox":"ads","headers":[["X-Hook-Secret","fingerprint:0"]],"body":""}
        {"type":"delivery","handshake":false,"verdict":"authentic","because":"x","believable":true,\
        "source":"stream","inbox":"ads","headers":[],"body":"{}"}
        """;
    there.registry.save(here.inbox());
    assertThat(there.take(bytes(lines)).authentic()).isZero();
    assertThat(there.lines())
        .extracting(DeliveryLine::verdict)
        .containsExactly("refused", "unsigned");
  }

  @Test
  void believesAMadeUpSecretOnlyWhenAsked() throws IOException {
    here.received(
        "{\"events\":[{\"action\":\"added\",\"resource\":{\"gid\":\"1200000000000001\"}}]}");
    byte[] file = here.export(ExportFormat.JSONL, true, false);
    assertThat(there.take(file).authentic()).isZero();
    ImportWish plain = Shelf.wish(null);
    var asking =
        new ImportWish(
            plain.form(),
            plain.inbox(),
            plain.receivedAt(),
            plain.headers(),
            null,
            true,
            false,
            plain.limits());
    try (var third = new Shelf(Files.createDirectory(folder.resolve("3")), 3)) {
      assertThat(third.take(file, asking).authentic()).isEqualTo(1);
    }
    assertThatThrownBy(() -> here.take(file))
        .as("its bodies are others, its ids are not")
        .hasMessageContaining("line 2: delivery")
        .hasMessageContaining("with other content here");
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void neverHoldsASecretNorAnAddressNorACredential(ExportFormat format) throws IOException {
    here.received(
        Headers.of(
            "X-Hook-Secret", "fingerprint:0123",
            "Authorization", "Basic canary-1",
            "cookie", "a=canary-2",
            "X-Api-Key", "canary-3",
            "Proxy-Authorization", "canary-4",
            "X-Amz-Security-Token", "canary-5"),
        Body.of("{\"events\":[]}"));
    here.received("{\"events\":[]}");
    for (boolean keep : new boolean[] {true, false}) {
      String file = new String(here.export(format, false, keep), StandardCharsets.UTF_8);
      assertThat(file).doesNotContain("canary").doesNotContain(here.inbox().key().text());
      String signature =
          webhookinspector.trust.Signature.of(Shelf.SECRET, Body.of("{\"events\":[]}")).hex();
      assertThat(file.contains(signature)).isEqualTo(keep && format != ExportFormat.CSV);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
