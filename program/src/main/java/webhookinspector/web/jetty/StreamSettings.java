package webhookinspector.web.jetty;

import java.time.Duration;

/**
 * Patience with those who read the feed.
 *
 * @param pulse how often a comment is sent when nothing happens, so that both sides notice a dead
 *     connection
 * @param stall how long a line may wait for a reader that takes nothing before it is cut off
 */
record StreamSettings(Duration pulse, Duration stall) {

  static final StreamSettings DEFAULT =
      new StreamSettings(Duration.ofSeconds(10), Duration.ofSeconds(10));
}
