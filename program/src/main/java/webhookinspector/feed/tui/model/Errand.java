package webhookinspector.feed.tui.model;

import java.time.Duration;

/** Something that the model wants done outside of itself. */
public sealed interface Errand {

  /** To be asked on a thread of its own; what comes of it is brought back to the model's thread. */
  record Ask(Question question) implements Errand {}

  /** To be done on the model's thread a little later. */
  record Later(Duration delay, Change change) implements Errand {}

  /** Into the clipboard of whoever sits at the terminal. */
  record Copy(String text) implements Errand {}

  /**
   * The program shall end.
   *
   * @param interrupted whether it ends as if it had been interrupted; asked for twice, at once
   */
  record End(boolean interrupted) implements Errand {}

  /** The program shall stop until it is resumed, as Ctrl+Z does. */
  record Suspend() implements Errand {}

  /** Everything shall be painted anew. */
  record Repaint() implements Errand {}

  /** Asks, and says what the answer changes. Never throws. */
  interface Question {
    Change ask(Host host);
  }

  /** Changes the model, on the model's thread. */
  interface Change {
    void apply(Model model);
  }
}
