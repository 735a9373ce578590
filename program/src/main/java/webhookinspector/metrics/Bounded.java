package webhookinspector.metrics;

import java.util.Set;

/** Label values that strangers have a say in, held to those that we know. */
public final class Bounded {

  /** Stands for all others. */
  public static final String OTHER = "other";

  private Bounded() {}

  /** The value if it is a known one. */
  public static String of(String value, Set<String> known) {
    return known.contains(value) ? value : OTHER;
  }

  /** An HTTP status by its hundreds, such as {@code 2xx}; {@code none} where no answer came. */
  public static String statusClass(int status) {
    return status < 100 || status > 599 ? "none" : status / 100 + "xx";
  }
}
