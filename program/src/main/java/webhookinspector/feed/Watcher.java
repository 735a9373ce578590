package webhookinspector.feed;

/**
 * Somebody who wants to know. Called by one thread; may be slow; an exception ends its watch and
 * nothing else.
 */
public interface Watcher {

  /** Something happened. */
  void told(Line line);

  /** So many lines were passed over because this watcher was too slow; the history has them. */
  default void fellBehind(long missed) {}
}
