package webhookinspector.checks.receiving;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One delivery, its right signature in the form that is documented, and in all others. */
final class SignatureForms {

  private static final String BODY = "{\"events\":[]}";
  private static final String RIGHT = Posts.hex(BODY);

  /**
   * @param lines as they stand in the head
   * @param good whether the delivery is to be believed
   */
  record Form(String lines, boolean good) {
    String request() {
      return Posts.post(Posts.PATH, BODY, lines);
    }
  }

  private SignatureForms() {}

  static List<Form> all() {
    var all = new ArrayList<Form>();
    for (String name :
        List.of("X-Hook-Signature", "x-hook-signature", "X-HOOK-SIGNATURE", "x-hOOK-sIGNATURE")) {
      all.add(new Form(name + ": " + RIGHT, true));
      all.add(new Form(name + ":" + RIGHT, true));
      all.add(new Form(name + ": \t " + RIGHT + "  ", true));
    }
    for (String name :
        List.of(
            "X-Hook-S\u00c4\u00b1gnature",
            "X-HOOK-S\u00c4\u00b0GNATURE",
            "X_Hook_Signature",
            "X-Hook-Signature2")) {
      all.add(new Form(name + ": " + RIGHT, false));
    }
    values().forEach(value -> all.add(new Form("X-Hook-Signature: " + value, false)));
    return all;
  }

  private static List<String> values() {
    var values = new ArrayList<String>();
    for (char odd : ",;=\"'.0g\u00a0\u00e9%".toCharArray()) {
      values.add(odd + RIGHT);
      values.add(RIGHT + odd);
      values.add(
          RIGHT.substring(0, 31) + (odd == RIGHT.charAt(31) ? 'g' : odd) + RIGHT.substring(32));
    }
    for (int length = 0; length < 64; length++) {
      values.add(RIGHT.substring(0, length));
    }
    values.add(RIGHT.toUpperCase(Locale.ROOT));
    values.add("sha256=" + RIGHT);
    values.add(RIGHT + ", " + RIGHT);
    values.add(RIGHT + " " + RIGHT);
    values.add("f".repeat(7_000));
    values.add(RIGHT + "\r\nX-Hook-Signature: " + RIGHT);
    values.add("\r\nX-Hook-Signature: " + RIGHT);
    values.add(fullWidth());
    return values;
  }

  /** The same digits from another part of Unicode, which a lenient reader takes for the same. */
  private static String fullWidth() {
    String wide =
        RIGHT.chars().mapToObj(c -> Character.toString(c + 0xfee0)).reduce("", String::concat);
    return new String(wide.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
