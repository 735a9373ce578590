package webhookinspector.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import webhookinspector.trust.Secret;
import webhookinspector.web.Refusal;

/** Reads a webhook's secret from a file, the only way in which commands take one. */
final class SecretFile {

  private SecretFile() {}

  /** The secret in that file; a line end or blanks around it do not count. */
  static Secret read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(2 * Secret.MAX_LENGTH);
      return Secret.of(new String(bytes, ISO_8859_1).strip());
    } catch (IOException e) {
      throw Refusal.badInput(
          "secret-file: " + file + " cannot be read (expected: a file that holds the secret)",
          "Give its path, or check who may read it.");
    }
  }
}
