package webhookinspector.subscriptions;

/** A call that Asana answers with an error. The message is what it writes. */
public final class Refused extends RuntimeException {

  private final int status;

  public Refused(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  public static Refused badRequest(String message) {
    return new Refused(400, message);
  }

  public static Refused forbidden(String message) {
    return new Refused(403, message);
  }

  /** Nothing here has that gid, as far as the caller may know. */
  public static Refused unknown(String what, String gid) {
    return new Refused(404, what + ": Unknown object: " + gid);
  }

  public int status() {
    return status;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
