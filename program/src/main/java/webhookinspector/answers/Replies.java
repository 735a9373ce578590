package webhookinspector.answers;

/**
 * Who decides what goes back for what was kept: a script before an app, an app before us.
 *
 * @param onPurpose scripts
 * @param relay somebody's app
 */
public record Replies(Answers onPurpose, Relay relay) {

  /** Always our own answer. */
  public static Replies own() {
    return new Replies(Answers.own(), Relay.NONE);
  }

  /** Whether our own answer goes back, at once. */
  public boolean usual() {
    return !onPurpose.onPurpose() && !relay.on();
  }

  /** Whether the app is asked next. */
  public boolean relayed() {
    return relay.on() && !onPurpose.onPurpose();
  }
}
