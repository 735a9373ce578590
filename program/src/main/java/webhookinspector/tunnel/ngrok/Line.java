package webhookinspector.tunnel.ngrok;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One tunnel of an agent.
 *
 * @param leadsTo as ngrok writes it: {@code http://localhost:8090}, {@code localhost:8090} or
 *     {@code 8090}
 */
record Line(URI publicUrl, String leadsTo) {

  private static final Pattern LOCAL_PORT =
      Pattern.compile("(?:https?://)?(?:(?:localhost|127(?:\\.\\d+){3}|\\[::1]):)?(\\d{1,5})/?");

  /** The one to use for our receiver: https if there is one, for Asana's sake. */
  static Optional<Line> to(int port, List<Line> lines) {
    return lines.stream()
        .filter(line -> line.isTo(port))
        .min(Comparator.comparing(line -> !"https".equals(line.publicUrl.getScheme())));
  }

  private boolean isTo(int port) {
    var matcher = LOCAL_PORT.matcher(leadsTo);
    return matcher.matches() && Integer.parseInt(matcher.group(1)) == port;
  }
}
