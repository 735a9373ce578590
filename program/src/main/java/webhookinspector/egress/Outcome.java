package webhookinspector.egress;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
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

    /** So many characters of an answer are kept with its attempt. */
    public static final int MOST_KEPT = 500;

    /**
     * How the body begins, as text: what is no UTF-8 is replaced, what is longer than {@value
     * #MOST_KEPT} characters ends in an ellipsis. Null when there is no body.
     */
    public @Nullable String beginning() {
      if (body.size() == 0) {
        return null;
      }
      String text = body.text().replace('\0', '\uFFFD'); // SQLite's text would end there
      if (text.codePointCount(0, text.length()) <= MOST_KEPT) {
        return cut ? text + "…" : text;
      }
      return text.substring(0, text.offsetByCodePoints(0, MOST_KEPT)) + "…";
    }

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
