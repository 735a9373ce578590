package webhookinspector.app;

import webhookinspector.retention.Policy;

/**
 * Everything that the holder of a folder has to be told.
 *
 * @param command such as {@code listen}, for whoever asks who holds the folder
 * @param onward where deliveries go on to
 * @param alerting where alerts go beside terminal, page and log
 * @param policy what is kept
 * @param debug whether the log tells everything
 */
public record Settings(
    String command,
    DataFolder folder,
    Listening listening,
    AsanaAccess asana,
    Onward onward,
    Alerting alerting,
    Policy policy,
    Surroundings surroundings,
    boolean debug) {

  /** Of a command that sends nothing on and whose alerts go nowhere else. */
  public Settings(
      String command,
      DataFolder folder,
      Listening listening,
      AsanaAccess asana,
      Surroundings surroundings,
      boolean debug) {
    this(
        command,
        folder,
        listening,
        asana,
        Onward.NONE,
        Alerting.NONE,
        Policy.NONE,
        surroundings,
        debug);
  }

  Settings with(Listening other) {
    return new Settings(
        command, folder, other, asana, onward, alerting, policy, surroundings, debug);
  }

  Settings with(AsanaAccess other) {
    return new Settings(
        command, folder, listening, other, onward, alerting, policy, surroundings, debug);
  }
}
