package webhookinspector.checks.admin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What pages of other origins make a browser send, which holds the cookie. */
final class ForeignPages {

  private static final List<String> ORIGINS =
      List.of(
          "http://evil.test",
          "https://evil.test",
          "null",
          "http://localhost:3000",
          "http://127.0.0.1.evil.test");

  private final AdminPort admin;
  private final List<DescribedRoute> routes;
  private final Map<String, String> existing;
  private final String cookie;

  ForeignPages(AdminPort admin, List<DescribedRoute> routes, Map<String, String> existing)
      throws IOException, InterruptedException {
    this.admin = admin;
    this.routes = routes;
    this.existing = existing;
    this.cookie = "Cookie: " + admin.cookie() + "\r\n";
  }

  /** Every change that there is, in every way in which a page elsewhere could ask for it. */
  Findings changes() throws IOException {
    var findings = new Findings();
    for (DescribedRoute route : routes) {
      if (route.changes()) {
        for (String headers : forgeries(route)) {
          int status = Wire.status(send(route.method(), route.path(existing), headers, "{}"));
          findings.expect(
              status == 403,
              route.method() + " " + route.pattern() + ": " + status + " for " + headers.strip());
        }
      }
    }
    return findings;
  }

  private List<String> forgeries(DescribedRoute route) {
    String json = "Content-Type: application/json\r\n";
    String own = "Origin: http://" + admin.host() + "\r\n";
    String mark = "X-Inspector: 1\r\n";
    var all = new ArrayList<String>();
    ORIGINS.forEach(origin -> all.add("Origin: " + origin + "\r\n" + json + mark));
    all.add(json + mark); // no origin at all
    all.add(own + json); // the header that no form can set is missing
    all.add(own + json + mark + "Sec-Fetch-Site: same-site\r\n");
    all.add(own + json + mark + "Sec-Fetch-Site: cross-site\r\n");
    if (!route.method().equals("DELETE")) { // which no form can send
      all.add(own + mark + "Content-Type: text/plain\r\n");
      all.add(own + mark + "Content-Type: application/x-www-form-urlencoded\r\n");
      all.add(own + mark + "Content-Type: multipart/form-data; boundary=a\r\n");
      all.add(own + mark);
    }
    return all;
  }

  /** Browsers ask first; no answer may say that they may go on. */
  Findings preflights() throws IOException {
    var findings = new Findings();
    for (String path : routes.stream().map(route -> route.path(existing)).distinct().toList()) {
      for (String origin : ORIGINS) {
        String asked =
            "Origin: "
                + origin
                + "\r\nAccess-Control-Request-Method: PUT\r\n"
                + "Access-Control-Request-Headers: content-type,x-inspector\r\n";
        String answer = send("OPTIONS", path, asked, "");
        findings.expect(
            Wire.status(answer) >= 400
                && !answer.toLowerCase(Locale.ROOT).contains("access-control-"),
            path + " for " + origin + ": " + answer);
      }
    }
    return findings;
  }

  /** The same change from the page itself: its status. */
  int ownChange(String path, String json) throws IOException {
    String headers =
        "Origin: http://" + admin.host() + "\r\nSec-Fetch-Site: same-origin\r\nX-Inspector: 1\r\n";
    return Wire.status(send("PUT", path, headers + "Content-Type: application/json\r\n", json));
  }

  private String send(String method, String path, String headers, String body) throws IOException {
    return Wire.exchange(
        admin.number(),
        "%s %s HTTP/1.1\r\nHost: %s\r\n%s%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(method, path, admin.host(), cookie, headers, body.length(), body));
  }
}
