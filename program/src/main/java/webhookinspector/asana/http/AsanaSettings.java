package webhookinspector.asana.http;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import webhookinspector.asana.AsanaBase;

/**
 * How we call Asana.
 *
 * @param base of the API, without a trailing slash
 * @param token asked before each call, so that it can be renewed; never printed
 * @param timeout of a call from its first byte to the last of its answer
 * @param createTimeout the same for creating a webhook, which Asana answers only after the
 *     handshake (up to 10 s)
 * @param longestWait for a {@code Retry-After}; a longer one is reported instead of sat out
 * @param attempts 1 to 10, of a call that changes nothing or can be repeated; others get one
 * @param allowBase whether the token may go to a base that is neither Asana's nor on loopback
 */
public record AsanaSettings(
    URI base,
    Supplier<String> token,
    Duration timeout,
    Duration createTimeout,
    Duration longestWait,
    int attempts,
    boolean allowBase) {

  /**
   * With the usual patience.
   *
   * @throws IllegalArgumentException if it may not; nothing is connected then
   */
  public static AsanaSettings of(URI base, Supplier<String> token, boolean allowBase) {
    return new AsanaSettings(
        base,
        token,
        Duration.ofSeconds(20),
        Duration.ofSeconds(45),
        Duration.ofMinutes(2),
        4,
        allowBase);
  }

  public AsanaSettings {
    base = AsanaBase.check(base, allowBase);
    if (attempts < 1 || attempts > 10) {
      throw new IllegalArgumentException("attempts: " + attempts + " (expected: 1 to 10)");
    }
  }

  public AsanaSettings withTimeout(Duration next) {
    return new AsanaSettings(base, token, next, createTimeout, longestWait, attempts, allowBase);
  }

  public AsanaSettings withCreateTimeout(Duration next) {
    return new AsanaSettings(base, token, timeout, next, longestWait, attempts, allowBase);
  }

  public AsanaSettings withLongestWait(Duration next) {
    return new AsanaSettings(base, token, timeout, createTimeout, next, attempts, allowBase);
  }

  public AsanaSettings withAttempts(int next) {
    return new AsanaSettings(base, token, timeout, createTimeout, longestWait, next, allowBase);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "AsanaSettings[" + base + "]";
  }
}
