package webhookinspector.forward;

import webhookinspector.outbox.Attempt;

/** Hears what comes of forwarding. Must return at once. */
public interface Told {

  /** A delivery was sent on. */
  void attempt(Attempt attempt);

  /**
   * A target takes nothing any more.
   *
   * @param because one line
   */
  void down(String address, String because);

  /** A target that was down takes deliveries again. */
  void back(String address);

  /**
   * A delivery was given up.
   *
   * @param because one line
   */
  void gaveUp(Attempt attempt, String because);
}
