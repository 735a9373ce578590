package webhookinspector.conform;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Secret;

/** The mistake of keying with the bytes that the secret spells in hex. */
final class WithDecodedKey {

  private WithDecodedKey() {}

  static String sign(Secret secret, Body body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret.reveal()), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.toBytes()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
