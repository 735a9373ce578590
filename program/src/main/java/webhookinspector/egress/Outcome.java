package webhookinspector.egress;

import java.time.Duration;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;

/** What came of sending to a target. */
public sealed interface Outcome {

  /** Whether the target took it: 200 or 204, as Asana counts (webhooks guide). */
  default boolean taken() {
    return this instanceof Answered answered && (answered.status == 200 || answered.status == 204);
  }

  /** One line for a person. */
  String summary();

  /**
   * The target answered. A redirect is an answer like any other and is not followed.
   *
   * @param headers all of them as they came, at most 200
   * @param body at most {@value Outbound#MOST_ANSWER_BYTES} bytes of it
   * @param cut whether there was more
   */
  record Answered(int status, Headers headers, Body body, boolean cut, Duration took)
      implements Outcome {
    @Override
    public String summary() {
      return "answered " + status + " after " + took.toMillis() + " ms";
    }
  }

  /**
   * It did not answer in time, or not in HTTP.
   *
   * @param reached whether there was a connection, so that it may have got the delivery all the
   *     same
   */
  record Failed(String because, Duration took, boolean reached) implements Outcome {
    @Override
    public String summary() {
      return because + " after " + took.toMillis() + " ms";
    }
  }

  /** Nothing was sent: the address must not be reached. */
  record Denied(String because) implements Outcome {
    @Override
    public String summary() {
      return "not sent: " + because;
    }
  }
}
