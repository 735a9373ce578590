package webhookinspector.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.delivery.Body;

/**
 * What may have been signed, made from what came by undoing one change.
 *
 * @param mistake what was changed on the way, or null for the body as it came
 */
record BodyForm(Body body, @Nullable Diagnosis mistake) {

  private static final String BOM = "\u00ef\u00bb\u00bf";

  /** The body as it came first, then the cheap ones, then every usual way to write its JSON. */
  static List<BodyForm> of(Body came) {
    var forms = new ArrayList<BodyForm>();
    forms.add(new BodyForm(came, null));
    var add = new Adding(came, forms);
    String bytes = new String(came.toBytes(), ISO_8859_1);
    add.bytes("newline-added", "a line end was added", bytes.replaceFirst("\r?\n\\z", ""));
    add.bytes("newline-cut", "a line end was cut off", bytes + "\n");
    add.bytes("newline-cut", "CRLF was cut off", bytes + "\r\n");
    add.bytes("bom-added", "a byte order mark was added", bytes.replaceFirst("\\A" + BOM, ""));
    add.bytes("bom-cut", "a byte order mark was cut off", BOM + bytes);
    add.bytes("crlf-added", "line ends became CRLF", bytes.replace("\r\n", "\n"));
    add.bytes("crlf-cut", "CRLF line ends became LF", bytes.replace("\n", "\r\n"));
    add.bytes("blanks-trimmed", "blanks around it were added", bytes.strip());
    add.bytes(
        "python-bytes",
        "b'…' was taken off: the text of a Python object was signed",
        python(bytes));
    add.bytes("charset", "it was read as Latin-1 and written as UTF-8", latin1(came));
    add.bytes("charset", "it was read as UTF-8 and written as Latin-1", utf8(bytes));
    add.bytes("body-dropped", "a body was put where none was signed", "");
    Inflated.of(came).ifPresent(plain -> add.body("compressed", "it was compressed", plain));
    JsonTree.of(came)
        .ifPresent(tree -> JsonStyle.ALL.forEach(style -> add.json(style, style.rewrite(tree))));
    return forms;
  }

  private static String python(String bytes) {
    return "b'" + bytes + "'";
  }

  private static String latin1(Body came) {
    return new String(came.text().getBytes(ISO_8859_1), ISO_8859_1);
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(UTF_8), ISO_8859_1);
  }

  private record Adding(Body came, List<BodyForm> forms) {

    void bytes(String cause, String what, String signed) {
      body(cause, what, Body.wrapping(signed.getBytes(ISO_8859_1)));
    }

    void body(String cause, String what, Body signed) {
      if (!signed.equals(came)) {
        String explanation =
            "The body is not the one that was signed: "
                + what
                + " on the way. The first difference is at byte "
                + firstDifference(signed)
                + ". Let your proxy or framework pass the bytes on as they are.";
        forms.add(new BodyForm(signed, new Diagnosis(cause, explanation)));
      }
    }

    void json(JsonStyle style, Body signed) {
      body(
          style.cause(),
          "its JSON was read and written again; " + style.what() + " was signed",
          signed);
    }

    private int firstDifference(Body signed) {
      int at = Arrays.mismatch(came.toBytes(), signed.toBytes());
      return Math.max(at, 0);
    }
  }
}
