package webhookinspector.inspection;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import webhookinspector.trust.Signature;

/**
 * A signature that a header may mean.
 *
 * @param mistake what is wrong with the header, or null when it is as documented
 */
record HeaderForm(Signature signature, @Nullable Diagnosis mistake) {

  /** What the value may mean, the documented form first. */
  static List<HeaderForm> of(String value) {
    var forms = new ArrayList<HeaderForm>();
    add(forms, value, null);
    String plain = value.strip().replaceAll("^[\"']|[\"']$", "");
    String bare = plain.replaceFirst("(?i)^(sha256|hmac-sha256|v1)[=:]", "");
    if (!bare.equals(plain)) {
      add(
          forms,
          bare.toLowerCase(Locale.ROOT),
          mistake(
              "header-prefix", "begins with the name of an algorithm; Asana sends digits only"));
    }
    if (!plain.equals(value)) {
      add(forms, plain, mistake("header-quoted", "has quotes or blanks around it"));
    }
    if (!bare.equals(bare.toLowerCase(Locale.ROOT))) {
      add(
          forms,
          bare.toLowerCase(Locale.ROOT),
          mistake("header-upper-case", "is in upper case; Asana writes lower case"));
    }
    addBase64(forms, bare);
    return forms;
  }

  private static void addBase64(List<HeaderForm> forms, String value) {
    try {
      byte[] bytes = Base64.getDecoder().decode(value.replace('-', '+').replace('_', '/'));
      add(
          forms,
          HexFormat.of().formatHex(bytes),
          mistake("header-base64", "is written in base64; Asana writes hex"));
    } catch (IllegalArgumentException e) {
      return; // not base64, so it does not mean that
    }
  }

  private static void add(List<HeaderForm> forms, String hex, @Nullable Diagnosis mistake) {
    Signature.parse(hex).ifPresent(signature -> forms.add(new HeaderForm(signature, mistake)));
  }

  private static Diagnosis mistake(String cause, String what) {
    return new Diagnosis(
        cause, Signature.HEADER + " " + what + ". Look at whatever stands in front of the inbox.");
  }
}
