package webhookinspector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.trust.Secret;

/** One address an inbox, and nothing at any other (threats A12, A13, B13, D1). */
class AddressesTest {

  private static final Secret SECRET = Secret.of("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final String BODY = "{\"events\":[]}";

  @TempDir static Path folder;
  private static Door door;
  private static Inbox inbox;
  private static String nowhere;

  @BeforeAll
  static void open() throws IOException {
    door = Door.open(folder);
    inbox = door.settledInbox(SECRET);
    nowhere = everything(Door.post("/in/" + InboxKey.random(door.random).text(), BODY));
    assertThat(nowhere).startsWith("HTTP/1.1 404 ").endsWith("\r\n\r\n");
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @Test
  void haveNoOtherSpelling() throws IOException {
    List<String> others = otherSpellings(inbox.key().text());
    assertThat(others).hasSizeGreaterThanOrEqualTo(60).doesNotContain(Door.path(inbox));
    for (String target : others) {
      String signed =
          Door.signed(inbox, SECRET, BODY).replace(Door.path(inbox) + " HTTP", target + " HTTP");
      String answer = everything(signed);
      assertThat(answer).as(target).matches("(?s)HTTP/1.1 40[04] .*");
      assertThat(answer).as(target).doesNotContain(inbox.key().text());
    }
    assertThat(door.kept(inbox)).isEmpty();
  }

  @Test
  void tellNothingOfTheAdminPort() throws IOException {
    String[] paths = {
      "/",
      "/healthz",
      "/readyz",
      "/metrics",
      "/api/v1/openapi.json",
      "/api/v1/deliveries",
      "/api/v1/deliveries/01M87YYXRBNEXCHJ9TTJAFQDK4/replays",
      "/api/v1/events",
      "/api/v1/webhooks",
      "/api/v1/feed",
      "/index.html",
      "/favicon.ico",
      "/robots.txt",
      "/create_webhook",
      "/remove_all_webhooks",
      "/in",
      "/in/",
      "/simulator/clock"
    };
    for (String path : paths) {
      for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
        String answer =
            everything(method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        assertThat(answer).as(method + " " + path).isEqualTo(nowhere);
      }
    }
  }

  @Test
  void takePostsOnly() throws IOException {
    for (String method :
        List.of("GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "post", "BREW")) {
      String answer =
          everything(
              method
                  + " "
                  + Door.path(inbox)
                  + " HTTP/1.1\r\nHost: x\r\nOrigin: http://evil.test\r\n"
                  + "Access-Control-Request-Method: POST\r\nX-Canary: 42\r\n\r\n");
      assertThat(answer).as(method).startsWith("HTTP/1.1 405 ").contains("Allow: POST");
      assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("access-control", "canary", "42");
    }
  }

  @Test
  void areNoProxyNoTunnelAndNoWebSocket() throws IOException {
    String host = "127.0.0.1:" + door.port();
    for (String head :
        List.of(
            "CONNECT " + host + " HTTP/1.1\r\nHost: " + host,
            "GET http://" + host + "/ HTTP/1.1\r\nHost: " + host,
            "POST http://" + host + Door.path(inbox) + " HTTP/1.1\r\nHost: " + host,
            "OPTIONS * HTTP/1.1\r\nHost: " + host,
            "GET /chat HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13",
            "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                + "HTTP2-Settings: AAMAAABkAAQAAP__")) {
      assertThat(everything(head + "\r\n\r\n")).as(head).startsWith("HTTP/1.1 40");
    }
    assertThat(everything("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).startsWith("HTTP/1.1 4");
    assertThat(door.kept(inbox)).isEmpty();
  }

  @Test
  void cannotBeGuessedAndGuessesLeaveNothingBehind() throws IOException {
    int before = door.kept().size();
    for (int i = 0; i < 2_000; i++) {
      String guess = "/in/" + InboxKey.random(door.random).text();
      String answer =
          everything(Door.post(guess, "", "X-Hook-Secret: " + door.newSecret().reveal()));
      assertThat(answer).isEqualTo(nowhere);
    }
    assertThat(door.kept()).hasSize(before);
  }

  private static List<String> otherSpellings(String key) {
    var all = new ArrayList<String>();
    for (String suffix :
        List.of(
            "/",
            "//",
            "/.",
            "/..",
            "/../" + key,
            "?",
            "?a=1",
            "??",
            "#",
            "#a",
            ";",
            ";x=1",
            "%20",
            "%00",
            "%0a",
            "%2f",
            "%2F..",
            "%23",
            "%3f",
            ".",
            "..",
            "a",
            "\u00e9",
            "\\",
            ".json",
            "%",
            "%4",
            "%zz",
            "/x",
            "&",
            "=",
            "+",
            "*",
            "~",
            "@",
            ":80",
            "/../x",
            "%c0%af",
            "%u002f",
            "%e2%80%8b")) {
      all.add("/in/" + key + suffix);
    }
    for (String prefix :
        List.of(
            "//in/",
            "/in//",
            "/./in/",
            "/in/./",
            "/x/../in/",
            "/in/x/../",
            "/in/../in/",
            "/IN/",
            "/In/",
            "/%69n/",
            "/in%2f",
            "/in%2F",
            "/in;/",
            "/in;x=1/",
            "/in\\",
            "\\in\\",
            "/in/%20",
            "/in/;",
            "/inn/",
            "in/",
            "/",
            "/in/?",
            "/in/in/",
            "/%2e/in/",
            "/x/%2e%2e/in/",
            "/..;/in/",
            "http://h//in/",
            "///h/in/")) {
      all.add(prefix + key);
    }
    all.add("/in/" + key.toUpperCase(Locale.ROOT));
    all.add("/in/" + key.substring(1));
    all.add("/in/%" + Integer.toHexString(key.charAt(0)) + key.substring(1));
    all.add("/in/" + key.substring(0, 25) + "%" + Integer.toHexString(key.charAt(25)));
    all.add("/in/" + key.substring(0, 10) + "/" + key.substring(10));
    return all;
  }

  private static String everything(String bytes) throws IOException {
    try (Wire wire = Wire.to(door.port())) {
      wire.patience(5_000);
      wire.send(bytes);
      return wire.rest();
    }
  }
}
