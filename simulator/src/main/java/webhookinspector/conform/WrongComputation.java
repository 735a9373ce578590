package webhookinspector.conform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import webhookinspector.delivery.Body;

/**
 * Ways to compute the signature wrongly that have been seen in public code. When genuine deliveries
 * are refused, the one that a receiver accepts instead tells what to mend.
 */
final class WrongComputation {

  private WrongComputation() {}

  /** A sentence that names the computation, or "" when none was accepted. */
  static String taken(Receiver receiver) {
    Body body = receiver.bodies().ordinary();
    for (Map.Entry<String, String> wrong : signatures(receiver, body).entrySet()) {
      if (receiver.send(receiver.withSignature(body, wrong.getValue())).accepted()) {
        return wrong.getKey();
      }
    }
    return "";
  }

  private static Map<String, String> signatures(Receiver receiver, Body body) {
    byte[] key = receiver.secret().reveal().getBytes(StandardCharsets.US_ASCII);
    byte[] decoded = HexFormat.of().parseHex(receiver.secret().reveal());
    byte[] raw = body.toBytes();
    byte[] spaced = spaced(body.text()).getBytes(StandardCharsets.UTF_8);
    byte[] python = ("b'" + body.text() + "'").getBytes(StandardCharsets.UTF_8);
    byte[] right = hmac("HmacSHA256", key, raw);
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "It accepts a signature over the JSON written again with a space after each colon and"
            + " comma: the body is parsed and re-serialised before the signature is computed.",
        hex(hmac("HmacSHA256", key, spaced)));
    all.put(
        "It accepts a signature keyed with the bytes that the secret spells in hex: the key is the"
            + " text of the secret.",
        hex(hmac("HmacSHA256", decoded, raw)));
    all.put(
        "It accepts a signature over Python's str() of the bytes, with b'…' around them.",
        hex(hmac("HmacSHA256", key, python)));
    all.put(
        "It accepts the signature in Base64; Asana writes 64 lower-case hex digits.",
        Base64.getEncoder().encodeToString(right));
    all.put(
        "It accepts the signature in upper case only; Asana writes lower case.",
        hex(right).toUpperCase(Locale.ROOT));
    all.put(
        "It accepts the signature with sha256= before it; Asana's has no prefix.",
        "sha256=" + hex(right));
    all.put("It accepts HMAC-SHA1; Asana computes HMAC-SHA256.", hex(hmac("HmacSHA1", key, raw)));
    return all;
  }

  /**
   * As Python's json.dumps writes it; our bodies hold no colon or comma inside a string but times.
   */
  private static String spaced(String json) {
    return json.replace("\":", "\": ").replace(",\"", ", \"").replace(",{", ", {");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] hmac(String algorithm, byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has " + algorithm, e);
    }
  }
}
