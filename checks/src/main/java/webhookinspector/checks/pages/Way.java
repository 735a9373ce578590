package webhookinspector.checks.pages;

import java.util.List;

/** What is done with a command, and what must come of it. */
sealed interface Way {

  /** It is typed and ends with one of these exit codes. */
  record Ends(List<Integer> codes) implements Way {}

  /**
   * It is typed and goes on until it is told to end, once it has said something.
   *
   * @param says a pattern that its output must hold
   * @param code with which it ends then
   */
  record GoesOn(String says, int code) implements Way {}

  /**
   * It cannot be typed here.
   *
   * @param because why, and what is looked at instead
   */
  record NotHere(String because) implements Way {}

  /** A verb of the build: its name and arguments are looked up in the sources, nothing is built. */
  record OfTheBuild() implements Way {}
}
