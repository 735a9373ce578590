package webhookinspector.web;

/** The answer is no, for a reason that a person can act on. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of no it is. */
  public enum Code {
    BAD_INPUT(400, 2),
    NO_KEY(401, 3),
    FORBIDDEN(403, 3),
    NOT_FOUND(404, 1),
    AMBIGUOUS(409, 2),
    NOT_POSSIBLE_NOW(409, 3),
    ASANA_REFUSED(502, 4),
    ASANA_UNREACHABLE(504, 3),
    HOLDER_UNREACHABLE(503, 3),
    NOT_KEPT(503, 5),
    BROKEN(500, 3);

    private final int httpStatus;
    private final int exitCode;

    Code(int httpStatus, int exitCode) {
      this.httpStatus = httpStatus;
      this.exitCode = exitCode;
    }

    /** What the admin port answers. */
    public int httpStatus() {
      return httpStatus;
    }

    /** What a command ends with. */
    public int exitCode() {
      return exitCode;
    }

    /** The word for it in JSON, such as {@code not-found}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final Code code;
  private final String next;

  /**
   * @param message {@code name: value (expected: …)}; never holds a secret
   * @param next what to type or to do, a sentence; "" when there is nothing
   */
  public Refusal(Code code, String message, String next) {
    super(message);
    this.code = code;
    this.next = next;
  }

  /** The caller's words are off. */
  public static Refusal badInput(String message, String next) {
    return new Refusal(Code.BAD_INPUT, message, next);
  }

  /** There is no such thing. */
  public static Refusal notFound(String message, String next) {
    return new Refusal(Code.NOT_FOUND, message, next);
  }

  /** It cannot be done in this mode or at this moment. */
  public static Refusal notPossibleNow(String message, String next) {
    return new Refusal(Code.NOT_POSSIBLE_NOW, message, next);
  }

  public Code code() {
    return code;
  }

  /** The next step. */
  public String next() {
    return next;
  }

  /** Always there, unlike that of other exceptions. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
