package webhookinspector.forward;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import webhookinspector.delivery.Header;
import webhookinspector.delivery.Headers;

/**
 * Headers that the user adds for a target of his own, such as a key that his app asks for. They
 * replace those of the same name that would come along; what says whose word a delivery is, how it
 * is framed, and what we say of it cannot be replaced.
 */
public final class OwnHeaders {

  private static final int MOST = 20;

  /** A line of HTTP that nobody's server refuses. */
  private static final int LONGEST = 4_096;

  /** A token and what may stand behind it (RFC 9110, 5.5 and 5.6.2). */
  private static final Pattern LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([\\x20-\\x7e]*?)[ \\t]*");

  private static final Set<String> OURS =
      Set.of(
          "host",
          "content-length",
          "content-type",
          "content-encoding",
          "transfer-encoding",
          "connection",
          "keep-alive",
          "upgrade",
          "te",
          "trailer",
          "expect",
          "proxy-connection",
          "idempotency-key");

  private OwnHeaders() {}

  /**
   * Reads lines such as {@code Authorization: Bearer abc}.
   *
   * @throws IllegalArgumentException with what was expected, and never with a value
   */
  public static Headers parse(List<String> lines) {
    if (lines.size() > MOST) {
      throw new IllegalArgumentException(
          "header: " + lines.size() + " of them (expected: at most " + MOST + ")");
    }
    return new Headers(lines.stream().map(OwnHeaders::parse).toList());
  }

  private static Header parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (line.length() > LONGEST || !parts.matches()) {
      int colon = line.indexOf(':');
      String name = colon > 0 ? line.substring(0, Math.min(colon, 60)) : "it";
      throw new IllegalArgumentException(
          "header: " + name + " cannot be read (expected: NAME: VALUE, in ASCII, one line)");
    }
    String name = parts.group(1).toLowerCase(Locale.ROOT);
    if (OURS.contains(name) || name.startsWith("x-hook-") || name.startsWith("x-inspector-")) {
      throw new IllegalArgumentException(
          "header: " + parts.group(1) + " is not yours to set (expected: one of your app's own)");
    }
    return new Header(parts.group(1), parts.group(2));
  }

  /** What may be shown of them. */
  static List<String> names(Headers headers) {
    return headers.lines().stream().map(Header::name).distinct().toList();
  }
}
