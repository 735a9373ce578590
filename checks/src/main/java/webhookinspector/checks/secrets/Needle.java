package webhookinspector.checks.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A secret in every form in which it could lie about.
 *
 * @param name what to call it in a report
 * @param forms by their names
 */
record Needle(String name, Map<String, String> forms) {

  static Needle of(String name, String secret) {
    var forms = new LinkedHashMap<String, String>();
    byte[] bytes = secret.getBytes(UTF_8);
    forms.put("plainly", secret);
    forms.put("in hex", HexFormat.of().formatHex(bytes));
    forms.put("in upper-case hex", HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT));
    forms.put("in a URL", URLEncoder.encode(secret, UTF_8));
    forms.put("in JSON", secret.replace("/", "\\/"));
    for (int shift = 0; shift < 3; shift++) {
      forms.put("in base 64, " + shift + " behind", base64(bytes, shift));
    }
    return new Needle(name, forms);
  }

  /** What all encodings have in common that hold the secret behind so many other bytes. */
  private static String base64(byte[] plain, int shift) {
    byte[] shifted = new byte[shift + plain.length];
    System.arraycopy(plain, 0, shifted, shift, plain.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return text.substring(shift == 0 ? 0 : shift + 1, text.length() - 2);
  }

  /** The names of the forms that are in there. */
  List<String> in(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    var found = new ArrayList<String>();
    forms.forEach(
        (form, needle) -> {
          if (text.contains(needle)) {
            found.add(name + " " + form);
          }
        });
    return found;
  }
}
