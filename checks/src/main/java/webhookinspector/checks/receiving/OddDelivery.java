package webhookinspector.checks.receiving;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A rightly signed delivery whose bytes nobody would expect.
 *
 * @param body one character a byte
 * @param headers name and value, in their order and case
 */
record OddDelivery(String body, List<List<String>> headers) {

  private static final int LARGEST = 20_000;

  /** What editors, proxies and parsers like to change. */
  private static final List<String> TEMPTING =
      List.of(
          "",
          "\0",
          "\r\n",
          "{\"events\":[]}\r\n",
          "{\"events\": [ ]}\n",
          "\u00ef\u00bb\u00bf{\"events\":[]}",
          "\u00ff\u00fe{\0}\0",
          "{\"events\":[],\"events\":[1]}",
          "{\"name\":\"\\u00e9 \u00c3\u00a9 \\ud83d\u00f0\u009f\u009a\u0080\"}",
          "\u00ed\u00a0\u0080\u00c0\u00af\u00f8",
          "{\"n\":1e400,\"m\":12345678901234567890,\"z\":-0.0}",
          "\u001f\u008b\b\0\0\0\0\0",
          "<script>alert(1)</script>",
          "a=b&c=%00",
          "\u001b]52;c;Zm9v\u0007");

  private static final List<List<String>> HEADERS =
      List.of(
          List.of("x-lower", "a"),
          List.of("X-UPPER", "B"),
          List.of("X-Twice", "1"),
          List.of("x-twice", "2"),
          List.of("X-Twice", "1"),
          List.of("X-Empty", ""),
          List.of("X-Inner", "a \t  b"),
          List.of("X-Latin", "caf\u00e9 \u00ff"),
          List.of("X-Utf8", "\u00c3\u00a9\u00f0\u009f\u009a\u0080"),
          List.of("X-Quoted", "\"a, b\"; c=\"\\\"\""),
          List.of("Content-Type", "text/plain; charset=utf-16"),
          List.of("content-TYPE", "application/json"),
          List.of("X-Long", "y".repeat(900)));

  static OddDelivery number(int number) {
    var random = new Random(number);
    String body = number < TEMPTING.size() ? TEMPTING.get(number) : bytes(random);
    var headers = new ArrayList<List<String>>();
    headers.add(List.of(random.nextBoolean() ? "Host" : "hOST", "inbox.example:8090"));
    for (int i = random.nextInt(8); i > 0; i--) {
      headers.add(HEADERS.get(random.nextInt(HEADERS.size())));
    }
    String name = random.nextBoolean() ? "X-Hook-Signature" : "x-hook-SIGNATURE";
    headers.add(List.of(name, Posts.hex(body)));
    headers.add(List.of("Content-length", Integer.toString(body.length())));
    return new OddDelivery(body, headers);
  }

  /** All 256 values, the first ones in order. */
  private static String bytes(Random random) {
    byte[] bytes = new byte[256 + random.nextInt(LARGEST)];
    random.nextBytes(bytes);
    for (int i = 0; i < 256; i++) {
      bytes[i] = (byte) i;
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** As it goes over the wire. */
  String request() {
    var text = new StringBuilder("POST ").append(Posts.PATH).append(" HTTP/1.1\r\n");
    headers.forEach(h -> text.append(h.get(0)).append(": ").append(h.get(1)).append("\r\n"));
    return text.append("\r\n").append(body).toString();
  }

  byte[] bytes() {
    return body.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The value of its signature header. */
  String signature() {
    return headers.stream()
        .filter(h -> h.get(0).toLowerCase(Locale.ROOT).equals("x-hook-signature"))
        .map(h -> h.get(1))
        .findFirst()
        .orElseThrow();
  }
}
