package webhookinspector.web.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import webhookinspector.web.AdminSettings;

/** Threats D1 to D7 and D14, as far as they are decided before any key is looked at. */
class GateTest {

  private static final Port PORT = Port.open();

  @AfterAll
  static void close() {
    PORT.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.test",
        "evil.test:PORT",
        "localhost.evil.test:PORT",
        "127.0.0.1.evil.test:PORT",
        "127.0.0.1.nip.io:PORT",
        "0.0.0.0:PORT",
        "0:PORT",
        "127.1:PORT",
        "127.0.0.2:PORT",
        "2130706433:PORT",
        "0x7f000001:PORT",
        "017700000001:PORT",
        "127.0.0.1",
        "localhost",
        "[::1]",
        "127.0.0.1:1",
        "localhost:80",
        "localhost:PORT0",
        "localhost.:PORT",
        "127.0.0.1.:PORT",
        "[::]:PORT",
        "[::ffff:127.0.0.1]:PORT",
        "localhost:PORT, evil.test",
        "evil.test, localhost:PORT",
        "localhost:PORT evil.test",
        "user@localhost:PORT",
        "localhost:PORT@evil.test",
        "localhost:PORT/",
        "localhost:PORT#",
        "",
      })
  void refusesEveryHostThatIsNotItsOwn(String host) throws IOException {
    String named = host.replace("PORT", Integer.toString(PORT.number()));
    for (String path :
        List.of("/", "/healthz", "/api/v1/deliveries", "/api/v1/feed", "/assets/a")) {
      refusedWithoutAWord(get(path, "Host: " + named + "\r\n"));
    }
  }

  @Test
  void refusesNoHostAndTwoHosts() throws IOException {
    refusedWithoutAWord(get("/api/v1/state", ""));
    String host = "Host: " + PORT.host() + "\r\n";
    refusedWithoutAWord(get("/api/v1/state", host + host));
    refusedWithoutAWord(get("/api/v1/state", host + "Host: evil.test\r\n"));
    refusedWithoutAWord(PORT.raw("GET /api/v1/state HTTP/1.0\r\n" + key() + "\r\n"));
  }

  @Test
  void refusesATargetThatNamesAnotherHost() throws IOException {
    String request = "GET http://evil.test/api/v1/state HTTP/1.1\r\nHost: ";
    String answer = PORT.raw(request + PORT.host() + "\r\n" + key() + "Connection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 40[03] .*").doesNotContain("deliveries");
  }

  private static String get(String path, String hostLines) throws IOException {
    return PORT.raw(
        "GET " + path + " HTTP/1.1\r\n" + hostLines + key() + "Connection: close\r\n\r\n");
  }

  private static String key() {
    return "Authorization: " + Port.bearer() + "\r\n";
  }

  private static void refusedWithoutAWord(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 403 ").endsWith("\r\n\r\n");
    assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("access-control", "jetty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT", "[::1]:PORT"})
  void letsItsOwnNamesIn(String host) throws IOException {
    String named = host.replace("PORT", Integer.toString(PORT.number()));
    assertThat(get("/api/v1/state", "Host: " + named + "\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded: for=1.2.3.4",
        "X-Forwarded-For: 1.2.3.4",
        "x-forwarded-proto: https",
        "X-Forwarded-Host: evil.test",
        "X-Forwarded-Anything: 1",
        "X-Real-IP: 1.2.3.4",
        "X-Original-Host: evil.test",
        "Via: 1.1 proxy",
        "CF-Ray: 1",
        "CF-Connecting-IP: 1.2.3.4",
        "ngrok-skip-browser-warning: 1",
        "Tailscale-User-Login: a",
        "CDN-Loop: cloudflare",
        "True-Client-IP: 1.2.3.4",
      })
  void refusesWhatCameThroughATunnelAndTellsWhy(String sign) throws IOException {
    String host = "Host: " + PORT.host() + "\r\n";
    for (String path : List.of("/healthz", "/api/v1/state", "/")) {
      assertThat(get(path, host + sign + "\r\n"))
          .startsWith("HTTP/1.1 403 ")
          .contains("\"code\":\"forbidden\"", "receiver port")
          .containsIgnoringCase(sign.replaceAll(":.*", ""));
    }
  }

  @Test
  void letsAConfiguredProxyIn() throws IOException {
    try (var port = Port.open(List.of("inspector.lan:443"), StreamSettings.DEFAULT)) {
      String request =
          "GET /api/v1/state HTTP/1.1\r\nHost: inspector.lan:443\r\nX-Forwarded-For: 1.2.3.4\r\n"
              + "Origin: https://inspector.lan:443\r\n";
      assertThat(port.raw(request + key() + "Connection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.test",
        "https://127.0.0.1:PORT",
        "http://127.0.0.1:3000",
        "null",
        "http://127.0.0.1"
      })
  void refusesCallsOfOtherPagesAndNeverSpeaksCors(String origin) {
    String named = origin.replace("PORT", Integer.toString(PORT.number()));
    var answer = PORT.get("/api/v1/deliveries", "Origin", named);
    assertThat(answer.statusCode()).isEqualTo(403);
    var preflight =
        PORT.anonymous(
            "OPTIONS",
            "/api/v1/webhooks",
            "",
            "Origin",
            named,
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "authorization");
    assertThat(preflight.statusCode()).isEqualTo(403);
    for (var headers : List.of(answer.headers().map(), preflight.headers().map())) {
      assertThat(headers.keySet()).noneMatch(name -> name.startsWith("access-control"));
    }
  }

  @Test
  void refusesTheFeedToAPageOnAnotherPortAlthoughItIsTheSameSite() {
    var answer =
        PORT.anonymous(
            "GET", "/api/v1/feed", "", "Cookie", PORT.cookie(), "Sec-Fetch-Site", "same-site");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void letsSomebodyFollowALinkToThePageFromElsewhere() {
    var visit =
        PORT.anonymous(
            "GET", "/", "", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
    assertThat(visit.statusCode()).as("locked, but not forbidden").isEqualTo(401);
  }

  @Test
  void protectsEveryAnswer() {
    for (String path : List.of("/", "/healthz", "/api/v1/state", "/api/v1/nothing")) {
      var headers = PORT.get(path).headers();
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "no.such.host.invalid"})
  void doesNotListenWhereOthersCouldReachIt(String host) {
    var settings = new AdminSettings(host, 0, List.of(), false);
    assertThatThrownBy(
            () -> JettyAdmin.start(settings, PORT.admin, Port.KEY, new java.util.Random(1)))
        .hasMessageStartingWith("admin host: " + host + " (expected: a loopback address");
  }

  @Test
  void saysThatAPortIsTaken() {
    var settings = AdminSettings.loopback(PORT.number());
    assertThatThrownBy(
            () -> JettyAdmin.start(settings, PORT.admin, Port.KEY, new java.util.Random(1)))
        .hasMessage("admin port: " + PORT.number() + " cannot be had (expected: a free one)");
  }

  @Test
  void refusesFramingThatCouldHideASecondRequest() throws IOException {
    var cases = new ArrayList<String>();
    cases.add("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello");
    cases.add("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    cases.add("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n");
    cases.add("Content-Length: +5\r\n\r\nhello");
    for (String rest : cases) {
      String head = "POST /api/v1/login-links HTTP/1.1\r\nHost: " + PORT.host() + "\r\n" + key();
      assertThat(PORT.raw(head + rest)).as(rest).matches("(?s)HTTP/1.1 (400|403|501) .*");
    }
  }
}
