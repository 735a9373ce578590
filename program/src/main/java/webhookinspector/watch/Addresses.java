package webhookinspector.watch;

import java.net.URI;

/** Addresses without what is secret in them. */
final class Addresses {

  private Addresses() {}

  /** What stands in front of {@code /in/KEY}: scheme, host and port, and a path of a proxy's. */
  static String base(URI target) {
    String text = target.toString();
    int key = text.lastIndexOf("/in/");
    return key < 0 ? text : text.substring(0, key);
  }
}
