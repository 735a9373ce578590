package webhookinspector.feed;

/**
 * Passes lines on to whoever watches. {@link #tell} returns at once; each watcher has a bounded
 * queue and a thread of its own.
 */
public interface Feed extends AutoCloseable {

  /** Tells all watchers. Never blocks, never throws. */
  void tell(Line line);

  /**
   * Starts telling a watcher, from the next line on.
   *
   * @param capacity lines that may wait for it, 1 to 100,000; when it falls behind by more, it is
   *     told so once by {@link Watcher#fellBehind} and then goes on with the newest
   * @return closes the watch; lines already queued are still told before it returns, unless the
   *     watcher hangs for 5 s
   */
  Watch watch(Watcher watcher, int capacity);

  /** A watch that can be ended. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  @Override
  void close();
}
