package webhookinspector.web.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import webhookinspector.web.AdminKey;

/** Threats D4 and D12. */
class KeysTest {

  private final Port port = Port.open();

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void tellsNothingWithoutAKey() {
    for (String path :
        List.of(
            "/api/v1/deliveries",
            "/api/v1/deliveries/01J9",
            "/api/v1/deliveries/01J9/raw",
            "/api/v1/events",
            "/api/v1/webhooks",
            "/api/v1/inboxes",
            "/api/v1/alerts",
            "/api/v1/state",
            "/api/v1/feed",
            "/api/v1/openapi.json",
            "/metrics",
            "/no/such/path",
            "/")) {
      var answer = port.anonymous("GET", path, "");
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
    }
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
      assertThat(port.anonymous(method, "/api/v1/webhooks", "{}").statusCode()).isEqualTo(401);
    }
    assertThat(port.admin.changes()).isZero();
  }

  @Test
  void opensALinkOnceForACookie() {
    URI link = port.port.loginLink();
    String path = "/?" + link.getQuery();
    var first = port.anonymous("GET", path, "");
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(first.headers().firstValue("Location")).as("the key leaves the URL").hasValue("/");
    String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("inspector-" + port.number() + "=")
        .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
        .doesNotContain(link.getQuery().substring(4));

    String sent = cookie.replaceAll(";.*", "");
    assertThat(port.anonymous("GET", "/", "", "Cookie", sent).statusCode()).isEqualTo(200);
    assertThat(port.anonymous("GET", "/api/v1/state", "", "Cookie", sent).statusCode())
        .isEqualTo(200);

    var second = port.anonymous("GET", path, "");
    assertThat(second.statusCode()).isEqualTo(401);
    assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(second.body()).contains("each opens once", "login-links");
  }

  @Test
  void takesACookieOfAnEarlierRunAsLongAsTheKeyIsTheSame() {
    String cookie = port.cookie();
    int number = port.number();
    port.close();
    try (Port again = Port.at(number, Port.KEY)) {
      assertThat(again.anonymous("GET", "/api/v1/state", "", "Cookie", cookie).statusCode())
          .isEqualTo(200);
      String forged = cookie.replaceAll(".$", cookie.endsWith("0") ? "1" : "0");
      assertThat(again.anonymous("GET", "/api/v1/state", "", "Cookie", forged).statusCode())
          .isEqualTo(401);
    }
    try (Port other = Port.at(number, AdminKey.random(new Random(7)))) {
      assertThat(other.anonymous("GET", "/api/v1/state", "", "Cookie", cookie).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void doesNotTakeTheAdminKeyForALinkNorALinkForTheKey() {
    assertThat(port.anonymous("GET", "/?key=" + Port.KEY.reveal(), "").statusCode()).isEqualTo(401);
    String code = port.port.loginLink().getQuery().substring(4);
    assertThat(
            port.anonymous("GET", "/api/v1/state", "", "Authorization", "Bearer " + code)
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void givesANewLinkToWhoHoldsTheKey() {
    var answer = port.send("POST", "/api/v1/login-links", "");
    assertThat(answer.statusCode()).isEqualTo(201);
    String query = answer.body().replaceAll("(?s).*(\\?key=[a-z2-7]+).*", "$1");
    assertThat(port.anonymous("GET", "/" + query, "").statusCode()).isEqualTo(303);
  }

  @Test
  void looksAtFewOfManyGuesses() {
    int looked = 0;
    long began = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      var answer = port.anonymous("GET", "/api/v1/state", "", "Authorization", "Bearer guess" + i);
      looked += answer.statusCode() == 401 ? 1 : 0;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    assertThat(looked).isBetween(10, 11 + (int) (9 * seconds));
    assertThat(port.anonymous("GET", "/healthz", "").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsTheThrottleOfOldCookiesApartFromTheKey() {
    for (int i = 0; i < 30; i++) {
      port.anonymous("GET", "/api/v1/state", "", "Cookie", "inspector-" + port.number() + "=old");
    }
    assertThat(port.get("/api/v1/state").statusCode()).isEqualTo(200);
  }

  @Test
  void looksAtSixHundredGuessesAMinuteAtMost() {
    var clock = new AtomicLong();
    var throttle = new Throttle(clock::get);
    int looked = 0;
    for (int i = 0; i < 10_000; i++) {
      if (throttle.open()) {
        looked++;
        throttle.failed();
      }
      clock.addAndGet(6_000_000); // 10,000 in 60 s
    }
    assertThat(looked).isBetween(500, 600);
  }

  @Test
  void lettingRightKeysThroughCostsNothing() {
    var throttle = new Throttle(() -> 0);
    for (int i = 0; i < 10_000; i++) {
      assertThat(throttle.open()).isTrue();
    }
  }

  @Test
  void answersHealthWithoutAKeyAndSaysWhyItIsNotReady() {
    assertThat(port.anonymous("GET", "/healthz", "").body()).isEqualTo("ok\n");
    assertThat(port.anonymous("GET", "/readyz", "").body()).isEqualTo("ready\n");
    port.admin.trouble = java.util.Optional.of("the disk is full");
    var full = port.anonymous("GET", "/readyz", "");
    assertThat(full.statusCode()).isEqualTo(503);
    assertThat(full.body()).isEqualTo("not ready: the disk is full\n");
    port.admin.trouble = java.util.Optional.empty();
    port.admin.state = new webhookinspector.feed.State.Failed("the token is wrong");
    assertThat(port.anonymous("GET", "/readyz", "").body()).contains("the token is wrong");
    assertThat(port.anonymous("POST", "/healthz", "").statusCode()).isEqualTo(401);
  }
}
