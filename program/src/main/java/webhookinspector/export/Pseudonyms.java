package webhookinspector.export;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Other names for things, the same for the same thing throughout one file. They follow from a key
 * that nobody keeps, so that a guess cannot be tried out against the file. For one thread.
 */
final class Pseudonyms {

  private static final String[] MANNERS = {
    "Amber", "Brisk", "Calm", "Dusky", "Early", "Fabled", "Gentle", "Hidden",
    "Ivory", "Jolly", "Keen", "Lucid", "Mellow", "Nimble", "Olive", "Plain"
  };

  private static final String[] THINGS = {
    "Anchor", "Beacon", "Cedar", "Delta", "Ember", "Falcon", "Garden", "Harbor",
    "Island", "Juniper", "Kettle", "Lantern", "Meadow", "North", "Orchard", "Prism"
  };

  /** The same few gids and names come again and again. */
  private static final int REMEMBERED = 20_000;

  private static final int LONGEST_REMEMBERED = 200;

  private final Mac mac;

  private final Map<String, String> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }

  /** For a name or a text: two words and a number, such as {@code Calm Harbor 3f9a2b1c}. */
  String text(String text) {
    return text.length() > LONGEST_REMEMBERED
        ? words("text " + text)
        : known.computeIfAbsent("text " + text, this::words);
  }

  /** For a mail address. */
  String mail(String mail) {
    return text(mail).toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.invalid";
  }

  /** For a web address. */
  String address(String address) {
    return "https://example.invalid/" + hex("address " + address, 6);
  }

  /** As many hex digits, for what is none of ours to check. */
  String hex(String of, int bytes) {
    return HexFormat.of().formatHex(hash(of), 0, bytes);
  }

  /**
   * As many digits, the first of them zero only where it was: one number for one number, whatever
   * the length, so that no two things become one.
   */
  String digits(String digits) {
    return digits.length() > LONGEST_REMEMBERED
        ? permuted(digits)
        : known.computeIfAbsent(digits, this::permuted);
  }

  private String permuted(String digits) {
    String next = digits;
    do {
      next = round(next);
    } while (next.charAt(0) == '0' && digits.charAt(0) != '0');
    return next;
  }

  /**
   * A Feistel network over two halves of decimal digits, as in NIST's FF1: a permutation of the
   * numbers of that length. A single digit says nothing and stays.
   */
  private String round(String digits) {
    if (digits.length() < 2) {
      return digits;
    }
    int middle = digits.length() / 2;
    String left = digits.substring(0, middle);
    String right = digits.substring(middle);
    for (int i = 0; i < 8; i++) {
      String mixed = added(left, hash("digits " + i + " " + digits.length() + " " + right));
      left = right;
      right = mixed;
    }
    return left + right;
  }

  /** Digit by digit, without carrying. */
  private static String added(String digits, byte[] hash) {
    var sum = new StringBuilder(digits.length());
    for (int i = 0; i < digits.length(); i++) {
      int more = Byte.toUnsignedInt(hash[i % hash.length]) + i / hash.length;
      sum.append((char) ('0' + (digits.charAt(i) - '0' + more) % 10));
    }
    return sum.toString();
  }

  private String words(String text) {
    byte[] hash = hash(text);
    return MANNERS[hash[0] & 15]
        + " "
        + THINGS[hash[1] & 15]
        + " "
        + HexFormat.of().formatHex(hash, 2, 6);
  }

  private byte[] hash(String text) {
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }
}
