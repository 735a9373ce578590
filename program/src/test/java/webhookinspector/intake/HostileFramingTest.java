package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.inbox.Inbox;
import webhookinspector.trust.Secret;

/**
 * Requests whose length two readers could see differently (threats C6). Each hides a second request
 * to a canary inbox in what a careless reader takes for the first one's body, or the other way
 * round.
 */
class HostileFramingTest {

  private static final Secret SECRET = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");

  @TempDir static Path folder;
  private static Door door;
  private static Inbox inbox;
  private static Inbox canary;

  @BeforeAll
  static void open() {
    door = Door.open(folder);
    inbox = door.settledInbox(SECRET);
    canary = door.settledInbox(door.newSecret());
  }

  @AfterAll
  static void close() {
    door.close();
  }

  private static final List<String> AMBIGUOUS_HEADERS =
      List.of(
          "Content-Length: 6\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: chunked\r\nContent-Length: 6",
          "Content-Length: 5\r\nContent-Length: 6",
          "Content-Length: 6\r\nContent-Length: 5",
          "Content-Length: 0\r\nContent-Length: 6",
          "Content-Length: +5",
          "Content-Length: -5",
          "Content-Length: 5, 6",
          "Content-Length: 0x5",
          "Content-Length: 5 5",
          "Content-Length: 5\u00a0",
          "Content-Length: \u0665",
          "Content-Length: 5.0",
          "Content-Length: 1e1",
          "Content-Length: ",
          "Content-Length: 99999999999999999999",
          "Content-Length : 5",
          "Content-Length\t: 5",
          "Transfer-Encoding : chunked",
          "Transfer-Encoding: xchunked",
          "Transfer-Encoding: chunked, identity",
          "Transfer-Encoding: identity, chunked, identity",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
          "Transfer-Encoding: \u000bchunked",
          "Transfer-Encoding: \"chunked\"",
          "Transfer-Encoding: chunked;x",
          "Transfer-Encoding:\r\n chunked",
          "X: y\r\n Transfer-Encoding: chunked",
          "Transfer-Encoding\0: chunked",
          "Foo: bar\rTransfer-Encoding: chunked",
          "Foo\r\nTransfer-Encoding: chunked",
          ": empty\r\nContent-Length: 5",
          "Foo: a\0b\r\nContent-Length: 5");

  static Stream<String> ambiguous() {
    return AMBIGUOUS_HEADERS.stream();
  }

  @ParameterizedTest
  @MethodSource("ambiguous")
  void isRefusedAndTheConnectionClosed(String headers) throws IOException {
    String head = "POST " + Door.path(inbox) + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n";

    assertRefusedOnce(head + "0\r\n\r\n" + toTheCanary());
  }

  private static final List<String> BROKEN_CHUNKS =
      List.of(
          "g\r\n",
          "-1\r\n\r\n",
          "+5\r\nhello\r\n0\r\n\r\n",
          "0x5\r\nhello\r\n0\r\n\r\n",
          "fffffffffffffffff\r\nhello\r\n0\r\n\r\n",
          "100000005\r\nhello\r\n0\r\n\r\n",
          "5\r\nhelloX0\r\n\r\n",
          "5\r\nhello world\r\n0\r\n\r\n",
          "5;a=\"\r\nhello\r\n0\r\n\r\n",
          " 5\r\nhello\r\n0\r\n\r\n",
          "5\rhello\r\n0\r\n\r\n",
          "5\nhello\n0\n\n",
          "\r\nhello\r\n0\r\n\r\n");

  static Stream<String> brokenChunks() {
    return BROKEN_CHUNKS.stream();
  }

  @ParameterizedTest
  @MethodSource("brokenChunks")
  void isRefusedInChunksToo(String chunks) throws IOException {
    String head =
        "POST " + Door.path(inbox) + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

    assertRefusedOnce(head + chunks + toTheCanary());
  }

  private static final List<String> ODD_HEADS =
      List.of(
          "POST PATH\r\n\r\n",
          "POST PATH HTTP/0.9\r\n\r\n",
          "POST PATH HTTP/3.0\r\nHost: x\r\n\r\n",
          "POST PATH HTTP/1.1\r\n\r\n",
          "POST PATH HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
          "POST PATH HTTP/1.1\r\nHost: a b\r\n\r\n",
          "POST PATH HTTP/1.1\nHost: x\nContent-Length: 0\n\n",
          "POST PATH HTTP/1.1\r\nHost: x\r\nContent-Length: 0\n\n",
          "POST PATH HTTP/1.1\r\nHost: x\nContent-Length: 0\r\n\r\n",
          "POST\tPATH\tHTTP/1.1\r\nHost: x\r\n\r\n",
          "post PATH HTTP/1.1\r\nHost: x\r\n\r\n",
          "P\0ST PATH HTTP/1.1\r\nHost: x\r\n\r\n",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "\u0016\u0003\u0001\u0002\u0000\u0001");

  @Test
  void neverReachesTheCanaryByAnOddHead() throws IOException {
    for (String head : ODD_HEADS) {
      try (Wire wire = Wire.to(door.port())) {
        wire.patience(4_000);
        wire.send(head.replace("PATH", Door.path(inbox)) + toTheCanary());
        String all = wire.rest();
        assertThat(statuses(all)).as(head).doesNotContain("200").doesNotContain("500");
      }
    }
    assertThat(door.kept(canary)).isEmpty();
  }

  private void assertRefusedOnce(String bytes) throws IOException {
    int before = door.kept(inbox).size();
    try (Wire wire = Wire.to(door.port())) {
      wire.patience(4_000);
      wire.send(bytes);
      String all = wire.rest();
      assertThat(statuses(all)).hasSizeLessThanOrEqualTo(1);
      assertThat(statuses(all)).isSubsetOf("400", "408");
      assertThat(all).doesNotContain("canary").doesNotContain("Foo").doesNotContain("hello");
    }
    assertThat(door.kept(canary)).isEmpty();
    assertThat(door.kept(inbox)).hasSize(before);
  }

  private static String toTheCanary() {
    return Door.post(Door.path(canary), "canary", "Connection: close");
  }

  private static List<String> statuses(String all) {
    var found = new ArrayList<String>();
    for (int at = all.indexOf("HTTP/1."); at >= 0; at = all.indexOf("HTTP/1.", at + 1)) {
      found.add(all.substring(at + 9, Math.min(all.length(), at + 12)));
    }
    return found;
  }
}
