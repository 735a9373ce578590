package webhookinspector.tunnel;

/** There is no tunnel. */
public final class TunnelFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is missing and the next step to type
   */
  public TunnelFailed(String message) {
    super(message);
  }
}
