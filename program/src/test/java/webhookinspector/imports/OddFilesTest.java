package webhookinspector.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.trust.Signature;

/** Files that are none of ours, or want to break whoever reads them. */
class OddFilesTest {

  private static final String GOOD =
      "{\"type\":\"delivery\",\"id\":\"01J900000000000000000000A1\",\"inbox\":\"ads\","
          + "\"receivedAt\":\"2026-06-12T08:00:00Z\",\"headers\":[],\"body\":\"{}\"}";

  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() {
    shelf = new Shelf(folder, 1).withInbox();
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void nothingIsKept() {
    assertThat(shelf.lines()).isEmpty();
    assertThat(shelf.registry.markings()).isEmpty();
  }

  @Test
  void takesAFileThatWasCutOffOnlyWhenAsked() throws IOException {
    byte[] cut =
        bytes("{\"type\":\"export\",\"version\":1,\"signatures\":\"kept\"}\n" + GOOD + "\n");
    assertThatThrownBy(() -> shelf.take(cut))
        .hasMessageContaining("line 2: the file ends here")
        .isInstanceOfSatisfying(Unreadable.class, e -> assertThat(e.next()).contains("--partial"));
    nothingIsKept();
    ImportWish plain = Shelf.wish(null);
    var partial =
        new ImportWish(
            null,
            plain.inbox(),
            plain.receivedAt(),
            plain.headers(),
            null,
            false,
            true,
            plain.limits());
    assertThat(shelf.take(cut, partial).kept()).isEqualTo(1);
  }

  @Test
  void takesLinesThatWerePickedByHand() throws IOException {
    String other = GOOD.replace("A1", "A2");
    assertThat(shelf.take(bytes(GOOD + "\n\n" + other)).kept()).isEqualTo(2);
  }

  @Test
  void refusesTwoOfOneIdWithOtherContentInOneFile() {
    String other = GOOD.replace("\"{}\"", "\"[]\"");
    assertThatThrownBy(() -> shelf.take(bytes(GOOD + "\n" + other)))
        .hasMessageContaining("line 2: delivery 01J900000000000000000000A1")
        .hasMessageContaining("further up in this file");
    nothingIsKept();
  }

  @Test
  void stopsABombAtOnce() throws IOException {
    byte[] zeros = Shelf.gzip(new byte[42 << 20]);
    assertThat(zeros.length).isLessThan(50_000);
    try (var whole = new GZIPInputStream(new ByteArrayInputStream(zeros))) {
      assertThat(whole.readAllBytes().length).as("it is one").isEqualTo(42 << 20);
    }
    refusedAtOnce(() -> new ByteArrayInputStream(zeros));
    byte[] twice = Shelf.gzip(Shelf.gzip(bytes(GOOD)));
    assertThatThrownBy(() -> shelf.take(twice)).hasMessageContaining("gzip inside gzip");
    byte[] sameAgain = Shelf.gzip(bytes((GOOD + "\n").repeat(90_000)));
    refusedAtOnce(() -> new ByteArrayInputStream(sameAgain));
    refusedAtOnce(Zeros::new);
    nothingIsKept();
    assertThat(folder).isDirectoryNotContaining("regex:.*part.*");
  }

  private void refusedAtOnce(Importer.Source file) {
    long start = System.nanoTime();
    for (FileForm form : FileForm.values()) {
      assertThatThrownBy(
              () -> new Importer(shelf.ledger, shelf.registry).take(file, Shelf.wish(form)))
          .as(form.word())
          .isInstanceOf(Unreadable.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  /** Ten gibibytes. */
  private static final class Zeros extends InputStream {
    private long left = 10L << 30;

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      java.util.Arrays.fill(into, from, from + length, (byte) 0);
      left -= length;
      return length;
    }
  }

  @Test
  void stopsAtTooManyDeliveries() {
    var few = new Limits(1 << 20, 3, 100, 1 << 16, 1 << 16);
    ImportWish plain = Shelf.wish(null);
    var wish =
        new ImportWish(
            null, plain.inbox(), plain.receivedAt(), plain.headers(), null, false, false, few);
    String four =
        String.join(
            "\n",
            GOOD,
            GOOD.replace("A1", "A2"),
            GOOD.replace("A1", "A3"),
            GOOD.replace("A1", "A4"));
    assertThatThrownBy(() -> shelf.take(bytes(four), wish))
        .hasMessageContaining("line 4: more than 3 deliveries");
    nothingIsKept();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "<xml/>", "{\"events\":[]}", "\u0000\u0001", "PK\u0003\u0004"})
  void saysWhatItExpectsOfAFileThatItDoesNotKnow(String content) {
    assertThatThrownBy(() -> shelf.take(bytes(content)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("expected: jsonl, har, or a request");
  }

  @Test
  void saysThatAGzipIsDamaged() throws IOException {
    byte[] whole = Shelf.gzip(bytes((GOOD + "\n").repeat(3)));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 12);
    assertThatThrownBy(() -> shelf.take(cut)).hasMessageContaining("damaged gzip");
    nothingIsKept();
  }

  @Test
  void takesTheArchiveOfABrowser() throws IOException {
    String body = "{\"events\":[]}";
    String har =
        """
        {"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],
        "entries":[{"startedDateTime":"2026-06-12T10:00:00.5+02:00","request":{"method":"GET",
        "url":"https://example.test/","headers":[]},"response":{"status":200}},
        {"startedDateTime":"2026-06-12T10:00:01.123+02:00","time":12,"request":{"method":"POST",
        "url":"https://example.test/in/KEY?x","httpVersion":"h2","headers":[
        {"name":":method","value":"POST"},{"name":"x-hook-signature","value":"SIGNATURE"}],
        "postData":{"mimeType":"application/json","text":"{\\"events\\":[]}"}},
        "response":{"status":200}}]}}
        """
            .replace("KEY?x", shelf.inbox().key().text())
            .replace(
                "SIGNATURE",
                Signature.of(Shelf.SECRET, webhookinspector.delivery.Body.of(body)).hex());
    ImportReport report = shelf.take(bytes(har));
    assertThat(report)
        .isEqualTo(
            new ImportReport(
                1, 1, 0, 1, List.of("line 2: GET https://example.test/ is no delivery")));
    DeliveryLine line = shelf.lines().getFirst();
    assertThat(line.verdict()).isEqualTo("authentic");
    assertThat(line.inbox()).as("by the key in its address").isEqualTo("ads");
    assertThat(line.receivedAt()).isEqualTo("2026-06-12T08:00:01.123Z");
    assertThat(shelf.take(bytes(har)).known()).as("the same file, the same id").isEqualTo(1);
  }

  @Test
  void takesARequestAsItWentOverTheWire() throws IOException {
    byte[] body = {'{', 0, (byte) 0xff, '\r', '\n', '\n', '}'};
    var signature = Signature.of(Shelf.SECRET, webhookinspector.delivery.Body.of(body)).hex();
    String head =
        "POST /in/"
            + shelf.inbox().key().text()
            + " HTTP/1.1\r\nHost: a\r\nx-HOOK-Signature:  "
            + signature
            + "  \r\nX: \r\n\r\n";
    var file = new java.io.ByteArrayOutputStream();
    file.write(head.getBytes(StandardCharsets.ISO_8859_1));
    file.write(body);
    assertThat(shelf.take(file.toByteArray()).authentic()).isEqualTo(1);
    var kept =
        shelf.ledger.find(new webhookinspector.inbox.DeliveryId(shelf.lines().getFirst().id()));
    var delivery = kept.orElseThrow().judged().delivery();
    assertThat(delivery.body().toBytes()).isEqualTo(body);
    assertThat(delivery.headers().lines())
        .contains(new Header("x-HOOK-Signature", signature), new Header("X", ""));
  }

  @Test
  void takesABodyWithHeadersGivenBeside() throws IOException {
    var signature = Signature.of(Shelf.SECRET, webhookinspector.delivery.Body.of("{}")).hex();
    ImportWish plain = Shelf.wish(FileForm.BODY);
    var wish =
        new ImportWish(
            FileForm.BODY,
            Shelf.ADS,
            plain.receivedAt(),
            Headers.of("X-Hook-Signature", signature),
            null,
            false,
            false,
            plain.limits());
    assertThat(shelf.take(bytes("{}"), wish).authentic()).isEqualTo(1);
    assertThat(shelf.take(bytes("{}"), wish).known()).isEqualTo(1);
  }
}
