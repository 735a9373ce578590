package webhookinspector.conform;

import java.util.Locale;

/** What one check found. */
public sealed interface Outcome {

  /** One or two sentences for a person; "" where there is nothing to add. */
  String says();

  /** {@code passed}, {@code failed}, {@code warned} or {@code skipped}. */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** As it must be. */
  record Passed(String says) implements Outcome {}

  /** Deliveries will be lost, or forged ones believed. */
  record Failed(String says) implements Outcome {}

  /** Not as it should be, but Asana will put up with it. */
  record Warned(String says) implements Outcome {}

  /** Could not be tried, and why. */
  record Skipped(String says) implements Outcome {}

  /** {@link Passed} without more words. */
  static Outcome passed() {
    return new Passed("");
  }
}
