package webhookinspector.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import webhookinspector.web.AdminKey;

/**
 * What the holder of a folder tells other commands about itself, in {@code running.json}, 0600.
 *
 * @param pid of the holder
 * @param command such as {@code listen}
 * @param admin the admin port's address
 * @param key what opens it
 */
public record RunningFile(long pid, String command, URI admin, AdminKey key) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Puts it into the folder, whole. */
  void write(DataFolder folder) throws IOException {
    var text =
        JSON.createObjectNode()
            .put("pid", pid)
            .put("command", command)
            .put("admin", admin.toString())
            .put("key", key.reveal());
    PrivateFiles.replace(folder.running(), text + "\n");
  }

  /**
   * Reads it. The file alone proves nothing: it is stale unless somebody has the folder's lock.
   *
   * @return empty when there is none, or none that can be understood
   */
  static Optional<RunningFile> read(DataFolder folder) {
    try {
      JsonNode text = JSON.readTree(Files.readString(folder.running()));
      return Optional.of(
          new RunningFile(
              text.required("pid").asLong(),
              text.required("command").asString(),
              URI.create(text.required("admin").asString()),
              AdminKey.of(text.required("key").asString())));
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Takes it away; only the holder may. */
  static void remove(DataFolder folder) {
    try {
      Files.deleteIfExists(folder.running());
    } catch (IOException e) {
      // recognised as stale by whoever comes next
    }
  }
}
