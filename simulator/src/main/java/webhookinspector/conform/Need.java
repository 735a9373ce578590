package webhookinspector.conform;

/** What a check cannot be tried without. */
public enum Need {
  /** A receiver that holds the kit's secret and accepts an ordinary delivery in time. */
  DELIVERY("an accepted delivery"),
  /** A receiver that echoes the secret that it already has once more. */
  ECHO("a repeated echo"),
  /** {@code --start}: the command that starts the receiver. */
  START("--start"),
  /** {@code --received}: how to list what the receiver has kept. */
  RECEIVED("--received"),
  /** {@code --arm}: how to tell the receiver that a create call is about to be made. */
  ARM("--arm"),
  /** {@code --second}: another address of the same receiver, for another webhook. */
  SECOND("--second");

  private final String word;

  Need(String word) {
    this.word = word;
  }

  /** As the table in the documentation calls it. */
  public String word() {
    return word;
  }
}
