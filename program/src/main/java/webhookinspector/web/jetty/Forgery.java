package webhookinspector.web.jetty;

import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import webhookinspector.web.Refusal;

/**
 * Refuses changes that a foreign page could have made a browser send: what a form can send is not
 * JSON, and what only carries the cookie must carry a header too that no form can set. The origin
 * was checked at the gate.
 */
final class Forgery {

  /** Any value will do; sending it at all takes a script of our own origin. */
  static final String HEADER = "X-Inspector";

  private Forgery() {}

  static void refuse(Request request, boolean byKey) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    boolean hasBody = !request.getMethod().equals("DELETE");
    if (hasBody
        && (type == null
            || !type.toLowerCase(Locale.ROOT).matches("application/(json|octet-stream)(;.*)?"))) {
      throw new Refusal(
          Refusal.Code.FORBIDDEN,
          "Content-Type: " + type + " (expected: application/json)",
          "Send the header Content-Type: application/json.");
    }
    boolean saysOrigin = request.getHeaders().contains(HttpHeader.ORIGIN);
    boolean saysHeader = request.getHeaders().contains(HEADER);
    if (!byKey && !(saysOrigin && saysHeader)) {
      throw new Refusal(
          Refusal.Code.FORBIDDEN,
          HEADER + ": missing (expected: with every change that rests on the cookie)",
          "Programs send the key instead.");
    }
  }
}
