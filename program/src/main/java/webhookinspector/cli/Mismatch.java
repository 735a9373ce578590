package webhookinspector.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/**
 * Why a signature may not match: tries the accidents that happen to bodies on their way and names
 * the one that explains it. Never tells the signature that would be right.
 */
final class Mismatch {

  private record Accident(String name, UnaryOperator<String> undone) {}

  private static final List<Accident> ACCIDENTS =
      List.of(
          new Accident("a line end was added behind the body", b -> b.replaceFirst("\r?\n\\z", "")),
          new Accident("a line end was cut off behind the body", b -> b + "\n"),
          new Accident("line ends were turned into CRLF", b -> b.replace("\r\n", "\n")),
          new Accident("CRLF line ends were turned into LF", b -> b.replace("\n", "\r\n")),
          new Accident(
              "a byte order mark was put in front of the body",
              b -> b.replaceFirst("\\A\u00ef\u00bb\u00bf", "")),
          new Accident(
              "blanks were added between the JSON's parts", Mismatch::withoutBlanksBetweenParts));

  private Mismatch() {}

  /** One line for a person, or nothing when no usual accident explains it. */
  static Optional<String> explain(String header, Body body, Secret secret) {
    String lower = header.toLowerCase(Locale.ROOT);
    Optional<Signature> signature = Signature.parse(lower);
    if (signature.isEmpty()) {
      return Optional.of(
          "signature: "
              + header.length()
              + " characters (expected: the 64 hex digits of "
              + Signature.HEADER
              + ")");
    }
    if (!lower.equals(header)) {
      return signature.get().matches(secret, body)
          ? Optional.of("It would match in lower case, which is how Asana writes it.")
          : Optional.empty();
    }
    return accident(signature.get(), body, secret)
        .or(() -> decodedKey(signature.get(), body, secret));
  }

  private static Optional<String> accident(Signature signature, Body body, Secret secret) {
    String bytes = new String(body.toBytes(), ISO_8859_1);
    return ACCIDENTS.stream()
        .filter(a -> signature.matches(secret, bodyOf(a.undone().apply(bytes))))
        .map(a -> "This body is not the one that was signed: " + a.name() + ".")
        .findFirst();
  }

  /** Some receivers take the secret for hex; the key is its text (webhooks guide). */
  private static Optional<String> decodedKey(Signature signature, Body body, Secret secret) {
    try {
      byte[] key = HexFormat.of().parseHex(secret.reveal());
      var mac = javax.crypto.Mac.getInstance("HmacSHA256");
      mac.init(new javax.crypto.spec.SecretKeySpec(key, "HmacSHA256"));
      boolean same =
          java.security.MessageDigest.isEqual(
              mac.doFinal(body.toBytes()), HexFormat.of().parseHex(signature.hex()));
      return same
          ? Optional.of("It was signed with the secret decoded from hex (expected: its text).")
          : Optional.empty();
    } catch (IllegalArgumentException | java.security.GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static String withoutBlanksBetweenParts(String json) {
    var compact = new StringBuilder(json.length());
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"' && (i == 0 || json.charAt(i - 1) != '\\')) {
        inString = !inString;
      }
      if (inString || " \t\r\n".indexOf(c) < 0) {
        compact.append(c);
      }
    }
    return compact.toString();
  }

  private static Body bodyOf(String bytes) {
    return Body.wrapping(bytes.getBytes(ISO_8859_1));
  }
}
