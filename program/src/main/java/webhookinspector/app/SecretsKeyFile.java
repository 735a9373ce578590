package webhookinspector.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import webhookinspector.storage.Reason;
import webhookinspector.storage.SecretsKey;
import webhookinspector.web.Refusal;

/**
 * Reads the key that seals a folder's secrets, where the operator has named one. Below it, each on
 * a line of its own, may stand earlier ones: what they sealed is sealed anew.
 */
final class SecretsKeyFile {

  private static final int DIGITS = 2 * SecretsKey.LENGTH;

  private static final byte[] NONE = {};
  private static final int MOST = 16;

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
    List<byte[]> keys = text(file).lines().map(String::strip).map(SecretsKeyFile::key).toList();
    if (keys.size() > MOST) {
      throw Refusal.badInput(
          "secrets-key: " + file + " holds more keys (expected: at most " + MOST + ")",
          "Delete those at its end that nothing is sealed under any more.");
    }
    if (keys.isEmpty() || keys.contains(NONE)) {
      throw Refusal.badInput(
          "secrets-key: what " + file + " holds is no key (expected: " + DIGITS + " hex digits)",
          "Make one with: openssl rand -hex " + SecretsKey.LENGTH + " > FILE");
    }
    return SecretsKey.of(keys.getFirst(), keys.stream().skip(1).toArray(byte[][]::new));
  }

  private static byte[] key(String line) {
    return line.matches("[0-9a-fA-F]{" + DIGITS + "}") ? HexFormat.of().parseHex(line) : NONE;
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes((MOST + 1) * (DIGITS + 2)), ISO_8859_1).strip();
    } catch (IOException e) {
      throw Refusal.badInput(
          "secrets-key: "
              + file
              + " cannot be read: "
              + Reason.of(e)
              + " (expected: a file with "
              + DIGITS
              + " hex digits)",
          "Check who may read it, or make one with: openssl rand -hex " + SecretsKey.LENGTH);
    }
  }
}
