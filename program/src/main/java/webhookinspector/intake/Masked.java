package webhookinspector.intake;

import java.util.ArrayList;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;

/** Headers as they may be kept: secrets live in the registry alone. */
final class Masked {

  private Masked() {}

  /** The same lines; instead of a secret its fingerprint, or only its length where it is odd. */
  static Headers of(Headers headers) {
    var lines = new ArrayList<Header>(headers.lines().size());
    for (Header line : headers) {
      lines.add(
          line.isNamed(Handshake.HEADER) ? new Header(line.name(), mask(line.value())) : line);
    }
    return new Headers(lines);
  }

  private static String mask(String value) {
    try {
      return "fingerprint:" + Secret.of(value).fingerprint();
    } catch (IllegalArgumentException e) {
      return "unreadable:" + value.length();
    }
  }
}
