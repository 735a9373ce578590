package webhookinspector.export;

/** What stands in a file where a header's value was. */
public final class Withheld {

  /** It would have opened something for whoever has the file. */
  static final String MARK = "withheld";

  private Withheld() {}

  /** Whether a value is none that came. */
  public static boolean is(String value) {
    return value.equals(MARK);
  }
}
