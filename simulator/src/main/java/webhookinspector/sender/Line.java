package webhookinspector.sender;

import java.net.URI;
import java.time.Duration;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.faults.Plan;

/** How bytes get to a target. Safe for many threads; the caller waits. */
public interface Line extends AutoCloseable {

  /**
   * POSTs to a target and follows no redirect. Never throws: whatever goes wrong is an answer.
   *
   * @param headers in this order and case; the line adds Host and Content-Length
   * @param timeout real time until a whole response must have come
   */
  Answer post(URI target, Headers headers, Body body, Plan.Manner manner, Duration timeout);

  @Override
  void close();
}
