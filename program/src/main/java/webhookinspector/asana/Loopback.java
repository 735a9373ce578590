package webhookinspector.asana;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hosts that mean this machine. Reads the text only; nothing is resolved. */
public final class Loopback {

  private Loopback() {}

  /**
   * @param host as {@code URI.getHost()} gives it, brackets included
   */
  public static boolean is(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String plain = host.toLowerCase(Locale.ROOT);
    return plain.equals("localhost")
        || plain.matches("127(\\.\\d{1,3}){3}")
        || plain.equals("[::1]")
        || plain.equals("[0:0:0:0:0:0:0:1]");
  }
}
