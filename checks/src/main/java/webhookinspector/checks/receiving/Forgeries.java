package webhookinspector.checks.receiving;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/** What a stranger can post who knows the address, all but the secret, and one true delivery. */
final class Forgeries {

  private static final String TRUE_BODY = "{\"events\":[]}";
  private static final String TRUE = Posts.hex(TRUE_BODY);

  /** One of each kind, from the body that he wants to be believed. */
  private final List<Function<String, String>> kinds =
      List.of(
          body -> with(body, "X-Hook-Signature: " + randomHex(32)),
          body -> with(body),
          body -> with(body, "X-Hook-Signature: " + TRUE),
          body -> with(body, "X-Hook-Signature: " + Signature.of(otherSecret(), bytes(body)).hex()),
          body -> with(flipped(), "X-Hook-Signature: " + TRUE),
          body -> with(body, "X-Hook-Signature: " + Posts.hex(body).substring(1)),
          body -> with(body, "X-Hook-Signature: " + Posts.hex(body) + "0"),
          body -> with(body, Posts.signature(body), Posts.signature(body)),
          body -> with(body, "X-Hook-Signature: sha256=" + Posts.hex(body)),
          body -> with(body, "X-Hook-Signature: " + "0".repeat(64)),
          body -> with(body, "X-Hook-Signature:"),
          body -> with(body, "X-Hook-Secret: " + randomHex(16)),
          body -> with(body, "X-Hook-Secret: " + randomHex(16), "X-Hook-Signature: " + TRUE),
          body -> with(body, Handshake.HEADER + ": " + randomHex(250)));

  private final Random random;

  Forgeries(long seed) {
    random = new Random(seed);
  }

  int kinds() {
    return kinds.size();
  }

  /** Kinds take turns. */
  String number(int number, int bytes) {
    return kinds.get(number % kinds.size()).apply(body(number, bytes));
  }

  private String body(int number, int bytes) {
    String start =
        "{\"events\":[{\"action\":\"deleted\",\"resource\":{\"gid\":\""
            + number
            + "\"}}],\"pad\":\"";
    return start + "x".repeat(Math.max(0, bytes - start.length())) + "\"}";
  }

  private String flipped() {
    char[] chars = TRUE_BODY.toCharArray();
    chars[random.nextInt(chars.length)] ^= (char) (1 << random.nextInt(7));
    return new String(chars);
  }

  private String randomHex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private Secret otherSecret() {
    return Secret.of(randomHex(16));
  }

  private static Body bytes(String text) {
    return Body.of(text);
  }

  private static String with(String body, String... headers) {
    return Posts.post("/in/" + ReceiverProcess.KEY.text(), body, headers);
  }
}
