package webhookinspector.sender;

import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/** What came back from a target. */
public sealed interface Answer {

  /** For a person. */
  String summary();

  /**
   * An HTTP response.
   *
   * @param reason the text behind the status, often ""
   * @param body at most the first 64 KiB
   */
  record Response(int status, String reason, Headers headers, Body body) implements Answer {
    @Override
    public String summary() {
      return reason.isEmpty() ? String.valueOf(status) : status + " " + reason;
    }
  }

  /** No response within the time that a target has. */
  record TimedOut() implements Answer {
    @Override
    public String summary() {
      return "no answer in time";
    }
  }

  /** The connection could not be made, or broke. */
  record Unreachable(String because) implements Answer {
    @Override
    public String summary() {
      return because;
    }
  }

  /** A fault kept it from being sent. */
  record NotSent() implements Answer {
    @Override
    public String summary() {
      return "not sent";
    }
  }
}
