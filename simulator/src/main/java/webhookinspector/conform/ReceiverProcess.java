package webhookinspector.conform;

/**
 * The receiver's own process, where the kit may start and stop it. {@link Conformance} starts it,
 * restarts it where a check needs that, and always stops it.
 */
public interface ReceiverProcess {

  /**
   * Starts it and returns once it accepts connections.
   *
   * @throws Unreachable if it does not, with what it said
   */
  void start() throws Unreachable;

  /** Asks it to end as an operator would (SIGTERM), waits, and forces what is left. */
  void stop();

  /**
   * Gets ready to end it at once, without any chance to tidy up (SIGKILL). What comes back does so
   * within a millisecond; {@link #awaitEnd} then waits until it is gone.
   */
  Runnable readyToKill();

  /** Returns once all of it is gone and the target refuses connections. */
  void awaitEnd();
}
