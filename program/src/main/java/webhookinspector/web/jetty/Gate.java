package webhookinspector.web.jetty;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import webhookinspector.web.Refusal;

/**
 * Who may talk to the admin port at all, whatever key they hold. Closes it to pages of other
 * origins, to names that were bound to 127.0.0.1 by a stranger, and to tunnels.
 */
final class Gate {

  /** What tunnels and proxies add, in lower case; a hyphen at the end stands for any ending. */
  private static final List<String> SIGNS =
      List.of(
          "forwarded",
          "x-forwarded-",
          "x-real-ip",
          "x-original-",
          "via",
          "cf-",
          "cdn-loop",
          "ngrok-",
          "true-client-ip",
          "x-client-ip",
          "fly-",
          "tailscale-");

  private final Set<String> own;
  private final Set<String> allowed;

  Gate(int port, List<String> allowed) {
    this.own = Set.of("127.0.0.1:" + port, "[::1]:" + port, "localhost:" + port);
    this.allowed =
        allowed.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Empty when the request may come in. */
  Optional<Answer> refuse(Request request) {
    List<String> hosts = request.getHeaders().getValuesList(HttpHeader.HOST);
    String host = hosts.size() == 1 ? hosts.getFirst().toLowerCase(Locale.ROOT) : "";
    boolean configured = allowed.contains(host);
    if (!configured && !own.contains(host)) {
      return Optional.of(Answer.empty(403, Map.of()));
    }
    if (!configured) {
      for (HttpField field : request.getHeaders()) {
        if (isSign(field.getName().toLowerCase(Locale.ROOT))) {
          return Optional.of(Answer.of(throughAProxy(field.getName())));
        }
      }
    }
    return isFromElsewhere(request, host, configured)
        ? Optional.of(Answer.of(fromElsewhere()))
        : Optional.empty();
  }

  private static boolean isSign(String name) {
    return SIGNS.stream()
        .anyMatch(sign -> sign.endsWith("-") ? name.startsWith(sign) : name.equals(sign));
  }

  private static Refusal throughAProxy(String header) {
    return new Refusal(
        Refusal.Code.FORBIDDEN,
        header + ": this came through a tunnel or proxy (expected: a direct call)",
        "Let the tunnel point to the receiver port; the admin port is for this machine only.");
  }

  /**
   * Browsers say where a request comes from. Ports of one host are one site, so the cookie alone
   * would let any local page in.
   */
  private static boolean isFromElsewhere(Request request, String host, boolean configured) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    boolean ownOrigin =
        origin == null
            || origin.equals("http://" + host)
            || (configured && origin.equals("https://" + host));
    String site = request.getHeaders().get("Sec-Fetch-Site");
    boolean ownSite = site == null || site.equals("same-origin") || site.equals("none");
    return !ownOrigin || !(ownSite || isVisit(request));
  }

  /** Following a link to the page is not an attack; it reads and changes nothing by itself. */
  private static boolean isVisit(Request request) {
    return request.getMethod().equals("GET")
        && request.getHttpURI().getPath().equals("/")
        && "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"));
  }

  private static Refusal fromElsewhere() {
    return new Refusal(
        Refusal.Code.FORBIDDEN,
        "origin: another page made this call (expected: our own page, or a program)",
        "");
  }
}
