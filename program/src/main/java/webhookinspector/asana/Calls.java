package webhookinspector.asana;

import java.time.Duration;
import java.time.Instant;

/** Told of each exchange with Asana's API, repeated ones included. Must return at once. */
public interface Calls {

  /** Counts nothing. */
  Calls NONE = (call, status, took) -> {};

  /**
   * An exchange ended.
   *
   * @param call method and path, with {@code {gid}} for each gid: one of few
   * @param status the HTTP status, or 0 when no answer came
   */
  void called(String call, int status, Duration took);

  /**
   * An answer said what time it is there.
   *
   * @param date by Asana's clock, cut to whole seconds, as HTTP has it
   * @param before by our clock, when the call left
   * @param after by our clock, when its answer was there
   */
  default void dated(Instant date, Instant before, Instant after) {}
}
