package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;
import webhookinspector.inbox.Inbox;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/** Bodies of any size and claim (threats B1 to B4, B14). */
class BodiesTest {

  private static final Secret SECRET = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final int LIMIT = 1 << 20;

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
  void areRefusedByTheirClaimBeforeTheyAreRead() throws IOException {
    try (Wire wire = Wire.to(door.port())) {
      long began = System.nanoTime();
      wire.send(head("Content-Length: 10737418240"));
      assertThat(wire.answer().status()).isEqualTo(413);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
      assertThat(wire.closes()).isTrue();
    }
  }

  @Test
  void mayBeAsLongAsTheLimitAndNoLonger() throws IOException {
    assertThat(post(random(LIMIT - 1)).status()).isEqualTo(200);
    assertThat(post(random(LIMIT)).status()).isEqualTo(200);
    assertThat(ask(head("Content-Length: " + (LIMIT + 1))).status()).isEqualTo(413);
    assertThat(door.kept())
        .extracting(j -> j.delivery().body().size())
        .containsExactly(LIMIT - 1, LIMIT);
  }

  @Test
  void areCutWhereTheLimitIsWhenTheyNeverEnd() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = IntStream.range(0, 50).mapToObj(i -> threads.submit(this::sendWithoutEnd)).toList();
      for (var one : all) {
        assertThat(one.get()).isLessThan(8L * LIMIT);
      }
    }
    assertThat(door.kept()).isEmpty();
    assertThat(post(random(100)).status()).isEqualTo(200);
  }

  /** Bytes that could be written before the other side closed. */
  private long sendWithoutEnd() {
    byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    try (Wire wire = Wire.to(door.port())) {
      wire.send(head("Transfer-Encoding: chunked"));
      while (sent < 100L * LIMIT) {
        wire.send(chunk);
        sent += chunk.length;
      }
    } catch (IOException e) {
      return sent; // closed, as it should be
    }
    return sent;
  }

  @Test
  void areNeverDecompressed() throws IOException {
    for (String coding :
        List.of("gzip", "deflate", "br", "zstd", "GZIP", "identity, gzip", "x", "")) {
      Wire.Answer answer = ask(head("Content-Encoding: " + coding, "Content-Length: 3") + "abc");
      assertThat(answer.status()).as(coding).isEqualTo(415);
    }
    assertThat(
            ask(head("Content-Encoding: identity\r\nContent-Encoding: gzip", "Content-Length: 1")
                    + "x")
                .status())
        .isEqualTo(415);
    assertThat(door.kept()).isEmpty();
    assertThat(ask(signed(random(9), "Content-Encoding: identity")).status()).isEqualTo(200);
  }

  @Test
  void areTreatedAlikeWhateverTheirType() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    List<String> before = filesIn(temporary);
    byte[] body =
        "--x\r\nContent-Disposition: form-data; name=a; filename=../../e\r\n\r\n1\r\n--x--"
            .getBytes(StandardCharsets.US_ASCII);
    for (String type :
        List.of(
            "application/json",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "text/xml",
            "multipart/mixed; boundary=\"x",
            "application/x-www-form-urlencoded",
            "text/plain; charset=nonsense",
            "application/json; charset=utf-16",
            "application/gzip",
            "application/zip",
            "a",
            "/",
            ";;;",
            "application/json;a=\"",
            "message/http",
            "application/x-java-serialized-object",
            "*/*",
            "")) {
      assertThat(ask(signed(body, "Content-Type: " + type)).status()).as(type).isEqualTo(200);
    }
    assertThat(door.kept()).extracting(j -> j.delivery().body()).containsOnly(Body.of(body));
    assertThat(filesIn(temporary)).isEqualTo(before);
  }

  @Test
  void areKeptByteForByte() throws IOException {
    byte[] all = new byte[256];
    IntStream.range(0, 256).forEach(i -> all[i] = (byte) i);
    var sent =
        Stream.concat(Stream.of(all), IntStream.range(0, 300).mapToObj(i -> random(i * 7 % 3_000)))
            .map(Body::of)
            .toList();
    try (Wire wire = Wire.to(door.port())) {
      for (Body body : sent) {
        wire.send(signed(body.toBytes()));
        assertThat(wire.answer().status()).isEqualTo(200);
      }
    }
    assertThat(door.kept()).extracting(j -> j.delivery().body()).isEqualTo(sent);
  }

  @Test
  void mayWaitForOurLeave() throws IOException {
    try (Wire wire = Wire.to(door.port())) {
      byte[] body = random(2_000);
      byte[] all = signed(body, "Expect: 100-continue");
      wire.send(Arrays.copyOf(all, all.length - body.length));
      wire.send(body);
      assertThat(wire.answer().status()).isEqualTo(200);
    }
  }

  private final Random random = new Random(11);

  private byte[] random(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private Wire.Answer post(byte[] body) throws IOException {
    return ask(signed(body));
  }

  private byte[] signed(byte[] body, String... more) {
    String signature = "X-Hook-Signature: " + Signature.of(SECRET, Body.of(body)).hex();
    String head =
        head(
            Stream.concat(Stream.of(more), Stream.of(signature, "Content-Length: " + body.length))
                .toArray(String[]::new));
    byte[] bytes =
        Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), head.length() + body.length);
    System.arraycopy(body, 0, bytes, head.length(), body.length);
    return bytes;
  }

  private String head(String... headers) {
    return "POST "
        + Door.path(inbox)
        + " HTTP/1.1\r\nHost: x\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }

  private Wire.Answer ask(String bytes) throws IOException {
    return Wire.ask(door.port(), bytes);
  }

  private Wire.Answer ask(byte[] bytes) throws IOException {
    try (Wire wire = Wire.to(door.port())) {
      wire.send(bytes);
      return wire.answer();
    }
  }

  private static List<String> filesIn(Path folder) {
    try (var files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> !name.contains("junit")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
