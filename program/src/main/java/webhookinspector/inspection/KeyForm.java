package webhookinspector.inspection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import webhookinspector.trust.Secret;

/**
 * A key that a sender may have used.
 *
 * @param mistake what is wrong with it, or null when it is the inbox's own
 */
record KeyForm(Secret key, @Nullable Diagnosis mistake) {

  /** The inbox's own, misread ones of it, then those of other inboxes. */
  static List<KeyForm> of(KnownSecret own, List<KnownSecret> others) {
    var forms = new ArrayList<KeyForm>();
    forms.add(new KeyForm(own.secret(), null));
    misread(forms, own, "key-hex-decoded", "decoded from hex", KeyForm::fromHex);
    misread(forms, own, "key-base64-decoded", "decoded from base64", KeyForm::fromBase64);
    misread(forms, own, "key-with-newline", "with a line end behind it", b -> with(b, "\n"));
    misread(forms, own, "key-with-crlf", "with CRLF behind it", b -> with(b, "\r\n"));
    misread(forms, own, "key-with-blank", "with a blank behind it", b -> with(b, " "));
    misread(forms, own, "key-quoted", "with quotes around it", KeyForm::quoted);
    misread(
        forms,
        own,
        "key-upper-case",
        "in upper case",
        b -> text(b).toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    for (KnownSecret other : others) {
      forms.add(new KeyForm(other.secret(), otherInbox(other)));
    }
    return forms;
  }

  private static Diagnosis otherInbox(KnownSecret other) {
    return new Diagnosis(
        "other-inbox",
        "It is signed with the secret of inbox "
            + other.inbox()
            + ". Its webhook, or a forwarder, posts to the wrong address: give each webhook its"
            + " own.");
  }

  private static void misread(
      List<KeyForm> forms,
      KnownSecret own,
      String cause,
      String how,
      UnaryOperator<byte[]> mistake) {
    byte[] plain = own.secret().reveal().getBytes(StandardCharsets.US_ASCII);
    byte[] key = mistake.apply(plain);
    if (key.length > 0 && !Arrays.equals(key, plain)) {
      String explanation =
          "It is signed with this inbox's secret "
              + how
              + " (expected: the secret's text, as it came). Whoever signs again on the way reads"
              + " the secret wrongly.";
      forms.add(new KeyForm(own.secret().misread(mistake), new Diagnosis(cause, explanation)));
    }
  }

  /** The bytes themselves where they are no hex. */
  private static byte[] fromHex(byte[] bytes) {
    try {
      return HexFormat.of().parseHex(text(bytes));
    } catch (IllegalArgumentException e) {
      return bytes;
    }
  }

  private static byte[] fromBase64(byte[] bytes) {
    try {
      return Base64.getDecoder().decode(bytes);
    } catch (IllegalArgumentException e) {
      return bytes;
    }
  }

  private static byte[] quoted(byte[] bytes) {
    return ("\"" + text(bytes) + "\"").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] with(byte[] bytes, String more) {
    return (text(bytes) + more).getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
