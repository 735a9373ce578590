package webhookinspector.web;

/**
 * The part of {@link Admin} that answers Asana on purpose, to see what it makes of it. Each call
 * may throw {@link Refusal}.
 */
public interface Answering {

  /** What goes back at this moment. */
  AnswersNow now();

  /**
   * Believable deliveries are answered so from now on; they are kept all the same.
   *
   * @param script such as {@code fail 3, then ok}; see {@link webhookinspector.answers.Script}
   */
  AnswersNow follow(String script);

  /** Our own answers again. */
  AnswersNow stop();
}
