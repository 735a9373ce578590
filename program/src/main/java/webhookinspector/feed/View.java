package webhookinspector.feed;

/** A live view: told everything, shows it, until it is closed. */
public interface View extends Watcher, AutoCloseable {

  /** All ports are open; what stands at the head of the view. Called once, before any line. */
  void open(Opening opening);

  /** Says the last word and gives the terminal back as it was. */
  @Override
  void close();
}
