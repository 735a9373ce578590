package webhookinspector.app;

/**
 * Everything that the holder of a folder has to be told.
 *
 * @param command such as {@code listen}, for whoever asks who holds the folder
 * @param debug whether the log tells everything
 */
public record Settings(
    String command,
    DataFolder folder,
    Listening listening,
    AsanaAccess asana,
    Surroundings surroundings,
    boolean debug) {

  Settings with(Listening other) {
    return new Settings(command, folder, other, asana, surroundings, debug);
  }

  Settings with(AsanaAccess other) {
    return new Settings(command, folder, listening, other, surroundings, debug);
  }
}
