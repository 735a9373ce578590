package webhookinspector.replay;

/** Nothing was sent, because it must not be: there or that. */
public final class NotSent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param because one line, with the next step
   */
  public NotSent(String because) {
    super(because);
  }
}
