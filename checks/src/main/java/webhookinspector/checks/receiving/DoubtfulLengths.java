package webhookinspector.checks.receiving;

import java.util.List;
import java.util.Random;

/** Ways to say how long a body is that two readers could understand differently. */
final class DoubtfulLengths {

  static final List<String> HEADERS =
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
          "Transfer-Encoding\0: chunked",
          "Foo: bar\rTransfer-Encoding: chunked",
          "Foo\r\nTransfer-Encoding: chunked",
          ": empty\r\nContent-Length: 5",
          "Foo: a\0b\r\nContent-Length: 5");

  static final List<String> CHUNKS =
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

  private static final List<String> HARMLESS =
      List.of(
          "Accept: */*",
          "User-Agent: x",
          "X-Forwarded-For: 10.0.0.1",
          "Content-Type: application/json",
          "Connection: keep-alive",
          "Cookie: a=b",
          "X-Empty:");

  private DoubtfulLengths() {}

  /** The head of a request with these lines among harmless ones, some names in another case. */
  static String dressed(String target, String headers, Random random) {
    var head = new StringBuilder("POST " + target + " HTTP/1.1\r\n");
    boolean hostFirst = random.nextBoolean();
    head.append(hostFirst ? "Host: x\r\n" : "");
    noise(head, random);
    head.append(cased(headers, random)).append("\r\n");
    noise(head, random);
    return head.append(hostFirst ? "" : "Host: x\r\n").append("\r\n").toString();
  }

  private static void noise(StringBuilder head, Random random) {
    for (int i = random.nextInt(3); i > 0; i--) {
      head.append(HARMLESS.get(random.nextInt(HARMLESS.size()))).append("\r\n");
    }
  }

  private static String cased(String headers, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> headers.replace("Content-Length", "content-length");
      case 1 -> headers.replace("Transfer-Encoding", "TRANSFER-ENCODING");
      default -> headers;
    };
  }
}
