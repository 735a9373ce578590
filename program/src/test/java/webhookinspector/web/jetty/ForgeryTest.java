package webhookinspector.web.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Threat D5: no page but ours can make a browser change anything. */
class ForgeryTest {

  private static final Port PORT = Port.open();
  private static final String JSON = "application/json";

  @AfterAll
  static void close() {
    PORT.close();
  }

  static List<Route> mutations() {
    return new Routes(PORT.admin, () -> "")
        .all().stream().filter(route -> !route.method().equals("GET")).toList();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void refusesWhatAForeignPageCouldSend(Route route) {
    String cookie = PORT.cookie();
    String own = "http://" + PORT.host();
    int before = PORT.admin.changes();
    var calls = new ArrayList<List<String>>();
    calls.add(List.of("Origin", "http://evil.test", "Content-Type", JSON, "X-Inspector", "1"));
    calls.add(List.of("Origin", "null", "Content-Type", JSON, "X-Inspector", "1"));
    calls.add(List.of("Content-Type", JSON, "X-Inspector", "1")); // no origin, but a cookie
    calls.add(List.of("Origin", own, "Content-Type", JSON)); // what a script elsewhere cannot add
    calls.add(List.of("Origin", own, "Sec-Fetch-Site", "same-site", "X-Inspector", "1"));
    calls.add(List.of("Sec-Fetch-Site", "cross-site", "Content-Type", JSON));
    if (!route.method().equals("DELETE")) {
      calls.add(List.of("Origin", own, "X-Inspector", "1", "Content-Type", "text/plain"));
      calls.add(List.of("Origin", own, "X-Inspector", "1", "Content-Type", "application/jsonx"));
      calls.add(
          List.of(
              "Origin",
              own,
              "X-Inspector",
              "1",
              "Content-Type",
              "application/x-www-form-urlencoded"));
      calls.add(List.of("Origin", own, "X-Inspector", "1"));
    }
    for (List<String> call : calls) {
      var headers = new ArrayList<>(call);
      headers.addAll(List.of("Cookie", cookie));
      var answer =
          PORT.anonymous(
              route.method(), path(route), "{\"resource\":\"1\"}", headers.toArray(String[]::new));
      assertThat(answer.statusCode()).as(route.pattern() + " " + call).isEqualTo(403);
    }
    assertThat(PORT.admin.changes()).as("nothing was changed").isEqualTo(before);
  }

  private static String path(Route route) {
    return route.pattern().replaceAll("\\{[a-z]+}", "901");
  }

  @Test
  void letsItsOwnPageChangeThings() {
    var answer =
        PORT.anonymous(
            "POST",
            "/api/v1/webhooks",
            "{\"resource\":\"1200\"}",
            "Cookie",
            PORT.cookie(),
            "Origin",
            "http://" + PORT.host(),
            "Sec-Fetch-Site",
            "same-origin",
            "X-Inspector",
            "1",
            "Content-Type",
            "application/json; charset=utf-8");
    assertThat(answer.statusCode()).isEqualTo(201);
  }

  @Test
  void changesNothingByGet() {
    int before = PORT.admin.changes();
    for (Route route : mutations()) {
      PORT.get(path(route));
    }
    assertThat(PORT.admin.changes()).isEqualTo(before);
  }
}
