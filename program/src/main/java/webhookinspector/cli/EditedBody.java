package webhookinspector.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import webhookinspector.app.Surroundings;
import webhookinspector.delivery.Body;
import webhookinspector.inspection.JsonLayout;
import webhookinspector.web.Refusal;

/**
 * A body in the hands of the user's editor. Whatever the editor leaves as it was stays byte for
 * byte as it came.
 */
final class EditedBody {

  /** How it is shown there. */
  enum Form {
    /** JSON on lines of its own; sent without the blanks, as Asana writes it. */
    PRETTY,
    /** The bytes that came. */
    RAW
  }

  private final Surroundings surroundings;
  private final Form form;

  EditedBody(Surroundings surroundings, Form form) {
    this.surroundings = surroundings;
    this.form = form;
  }

  /** What came out of the editor; empty when it is as it came. */
  Optional<Body> of(Body came) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("inspector");
    Path file = folder.resolve("body.json");
    try {
      byte[] shown = shown(came).toBytes();
      Files.write(
          Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
          shown);
      open(file);
      return edited(came, Body.wrapping(shown), Body.wrapping(Files.readAllBytes(file)));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /** Each byte one character, so that whatever is not JSON's own passes unchanged. */
  private Body shown(Body came) {
    String text = new String(came.toBytes(), ISO_8859_1);
    return isPretty(text) ? bytes(JsonLayout.of(text) + "\n") : came;
  }

  private boolean isPretty(String text) {
    return form == Form.PRETTY && JsonLayout.looksLikeJson(text);
  }

  private Optional<Body> edited(Body came, Body shown, Body left) {
    if (left.equals(shown)) {
      return Optional.empty();
    }
    String text = new String(left.toBytes(), ISO_8859_1);
    if (text.isBlank()) {
      throw Refusal.badInput("body: empty (expected: something to send)", "Nothing was sent.");
    }
    String before = new String(came.toBytes(), ISO_8859_1);
    String wanted =
        isPretty(before)
            ? JsonLayout.compact(text)
            : before.endsWith("\n") ? text : text.replaceFirst("\r?\n\\z", "");
    boolean same = wanted.equals(isPretty(before) ? JsonLayout.compact(before) : before);
    return same ? Optional.empty() : Optional.of(bytes(wanted));
  }

  private static Body bytes(String text) {
    return Body.wrapping(text.getBytes(ISO_8859_1));
  }

  private void open(Path file) throws IOException, InterruptedException {
    String editor =
        surroundings.variable("VISUAL").or(() -> surroundings.variable("EDITOR")).orElse("vi");
    var builder = new ProcessBuilder("/bin/sh", "-c", editor + " \"$1\"", "edit", file.toString());
    int exit = builder.inheritIO().start().waitFor();
    if (exit != 0) {
      throw new Refusal(
          Refusal.Code.NOT_POSSIBLE_NOW,
          "editor: " + editor + " ended with " + exit + " (expected: 0)",
          "Nothing was sent. Set VISUAL or EDITOR to the editor that you want.");
    }
  }
}
