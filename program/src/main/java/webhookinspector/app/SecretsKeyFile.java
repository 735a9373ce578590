package webhookinspector.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import webhookinspector.storage.SecretsKey;
import webhookinspector.web.Refusal;

/** Reads the key that seals a folder's secrets, where the operator has named one. */
final class SecretsKeyFile {

  private static final int DIGITS = 2 * SecretsKey.LENGTH;

  private SecretsKeyFile() {}

  static SecretsKey of(DataFolder folder) {
    Path file = folder.secretsKey();
    if (file == null) {
      return SecretsKey.NONE;
    }
    if (file.toAbsolutePath().normalize().startsWith(folder.path())) {
      throw Refusal.badInput(
          "secrets-key: " + file + " lies in the data folder (expected: a place outside)",
          "Move it: beside what it seals it protects nothing.");
    }
    String text = text(file);
    if (!text.matches("[0-9a-fA-F]{" + DIGITS + "}")) {
      throw Refusal.badInput(
          "secrets-key: what " + file + " holds is no key (expected: " + DIGITS + " hex digits)",
          "Make one with: openssl rand -hex " + SecretsKey.LENGTH + " > FILE");
    }
    return SecretsKey.of(HexFormat.of().parseHex(text));
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(4 * DIGITS), ISO_8859_1).strip();
    } catch (IOException e) {
      throw Refusal.badInput(
          "secrets-key: "
              + file
              + " cannot be read: "
              + (e instanceof NoSuchFileException ? "there is no such file" : DataFolder.reason(e))
              + " (expected: a file with "
              + DIGITS
              + " hex digits)",
          "Check who may read it, or make one with: openssl rand -hex " + SecretsKey.LENGTH);
    }
  }
}
