package webhookinspector.feed.tui;

import java.util.function.Consumer;
import webhookinspector.feed.tui.model.Input;

/** A terminal that was taken over. One thread writes; what is typed comes on another. */
public interface Surface extends AutoCloseable {

  /** In columns and rows. */
  record Size(int width, int height) {}

  /** Takes the terminal over and begins to listen to its keys. */
  void open(Consumer<Input> typed, Runnable resized);

  Size size();

  /** Writes escape sequences and text, at once. */
  void write(String text);

  /** Gives the terminal back, stops this process, and takes the terminal over when it goes on. */
  void suspend();

  /** Gives the terminal back as it was; may be called again. */
  @Override
  void close();
}
