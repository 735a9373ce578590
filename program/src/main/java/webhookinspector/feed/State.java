package webhookinspector.feed;

/** How the program is doing, in words for the state line. */
public sealed interface State {

  /** In capitals, as the status line shows it. */
  String word();

  /** The same for people, with how often. */
  default String shown() {
    return word();
  }

  /** One line more, or "". */
  default String detail() {
    return "";
  }

  /** Opening the folder, the ports, the tunnel. */
  record Starting(String detail) implements State {
    @Override
    public String word() {
      return "STARTING";
    }
  }

  /** The create call is open and Asana has not shaken hands yet. */
  record WaitingForHandshake(String detail) implements State {
    @Override
    public String word() {
      return "WAITING FOR HANDSHAKE";
    }
  }

  /** All is well. */
  record Live(String detail) implements State {
    @Override
    public String word() {
      return "LIVE";
    }
  }

  /**
   * What it asks does not answer; it asks again by itself.
   *
   * @param attempts that failed in a row, from 1
   */
  record Reconnecting(int attempts, String detail) implements State {
    @Override
    public String word() {
      return "RECONNECTING";
    }

    @Override
    public String shown() {
      return word() + " (" + attempts + ")";
    }
  }

  /** It goes on, but something does not work. */
  record Degraded(String detail) implements State {
    @Override
    public String word() {
      return "DEGRADED";
    }
  }

  /** It cannot go on; the detail holds the next step. */
  record Failed(String detail) implements State {
    @Override
    public String word() {
      return "FAILED";
    }
  }
}
