package webhookinspector.stream;

import java.time.Duration;

/**
 * How a stream is followed.
 *
 * @param quick rest after a page with events
 * @param slow longest rest of a stream that is quiet
 * @param patience how long young events are left alone before they are kept, so that a webhook can
 *     tell them first
 */
public record Manner(Duration quick, Duration slow, Duration patience) {

  /** The only way in: somebody watches and waits. */
  public static final Manner ALONE =
      new Manner(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ZERO);

  /**
   * A safety net beside a webhook, which is told of the same changes within about a minute (API
   * description, Events and Webhooks).
   */
  public static final Manner BESIDE =
      new Manner(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(2));
}
