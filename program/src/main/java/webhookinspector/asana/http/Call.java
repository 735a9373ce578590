package webhookinspector.asana.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call as we mean it.
 *
 * @param path behind the base, with its query
 * @param body JSON, or null
 * @param timeout of the whole exchange
 */
record Call(String method, String path, @Nullable String body, Duration timeout) {

  /** Whether doing it twice is the same as doing it once (RFC 9110, 9.2.2). */
  boolean repeatable() {
    return method.equals("GET") || method.equals("DELETE");
  }

  /** For people: without the query, which may hold an offset. */
  String shown() {
    return method + " " + path.replaceFirst("\\?.*", "");
  }

  /** One of few, for whoever counts: without gids and without the query. */
  String route() {
    return shown().replaceAll("/[0-9]+(?=/|$)", "/{gid}");
  }

  /** One piece of a path or a query. */
  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
