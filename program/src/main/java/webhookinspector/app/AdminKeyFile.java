package webhookinspector.app;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import webhookinspector.web.AdminKey;
import webhookinspector.web.Refusal;

/** The admin key outlives a run, so that scripts and open pages keep working after a restart. */
final class AdminKeyFile {

  private AdminKeyFile() {}

  /** Reads the key, or makes one; a file that holds no usable key is replaced. */
  static AdminKey readOrMake(DataFolder folder) {
    try {
      if (Files.exists(folder.adminKey())) {
        PrivateFiles.tighten(folder.adminKey());
        return AdminKey.of(Files.readString(folder.adminKey()).strip());
      }
    } catch (IOException | IllegalArgumentException e) {
      // a new one does as well: nothing else depends on it
    }
    try {
      AdminKey key = AdminKey.random(new SecureRandom());
      PrivateFiles.replace(folder.adminKey(), key.reveal() + "\n");
      return key;
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Code.NOT_KEPT,
          "admin key: " + folder.adminKey() + " cannot be written: " + e.getMessage(),
          "Make the folder writable, or name another one with --data DIR.");
    }
  }
}
