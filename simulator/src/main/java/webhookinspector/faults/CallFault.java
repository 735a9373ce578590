package webhookinspector.faults;

import java.time.Duration;

/** What goes wrong with a REST call. */
public sealed interface CallFault {

  /**
   * An error instead of an answer; the call has no effect.
   *
   * @param status such as 429 or 500
   * @param retryAfter whole seconds are sent in {@code Retry-After} with a 429; zero sends none
   */
  record Refuse(int status, Duration retryAfter) implements CallFault {}

  /** The call has its effect, but the connection is cut before the answer. */
  record Swallow() implements CallFault {}

  /** The call has its effect and is answered late, in real time. */
  record Delay(Duration by) implements CallFault {}

  /** The call has its effect and the answer is not JSON. */
  record Garbage() implements CallFault {}
}
