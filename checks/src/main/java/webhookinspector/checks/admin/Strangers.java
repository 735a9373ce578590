package webhookinspector.checks.admin;

import java.io.IOException;
import java.util.List;

/** Names that are not ours, and what tunnels add: both must end before anything is looked up. */
final class Strangers {

  private static final List<String> HOSTS =
      List.of(
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
          "user@localhost:PORT",
          "localhost:PORT@evil.test",
          "localhost:PORT/",
          "localhost:PORT#",
          "",
          "localhost:PORT\r\nHost: evil.test");

  private static final List<String> TUNNELS =
      List.of(
          "Forwarded: for=1.2.3.4",
          "X-Forwarded-For: 1.2.3.4",
          "X-Forwarded-Proto: https",
          "X-Forwarded-Host: evil.test",
          "X-Real-IP: 1.2.3.4",
          "X-Original-Host: evil.test",
          "Via: 1.1 proxy",
          "CF-Ray: 1",
          "CF-Connecting-IP: 1.2.3.4",
          "ngrok-skip-browser-warning: 1",
          "Tailscale-User-Login: a",
          "CDN-Loop: cloudflare");

  private final AdminPort admin;
  private final List<String> paths;

  /**
   * @param paths to be read
   */
  Strangers(AdminPort admin, List<String> paths) {
    this.admin = admin;
    this.paths = paths;
  }

  /** Refused without a word. */
  Findings byOtherNames() throws IOException {
    var findings = new Findings();
    for (String host : HOSTS) {
      String named = host.replace("PORT", Integer.toString(admin.number()));
      for (String path : paths) {
        String answer = read(path, "Host: " + named + "\r\n");
        findings.expect(
            Wire.status(answer) == 403 && answer.endsWith("\r\n\r\n"),
            path + " as " + host + ": " + firstLine(answer));
      }
    }
    return findings;
  }

  /** Refused with the reason. */
  Findings throughTunnels() throws IOException {
    var findings = new Findings();
    for (String sign : TUNNELS) {
      for (String path : paths) {
        String answer = read(path, "Host: " + admin.host() + "\r\n" + sign + "\r\n");
        findings.expect(
            Wire.status(answer) == 403 && answer.contains("receiver port"),
            path + " with " + sign + ": " + firstLine(answer));
      }
    }
    return findings;
  }

  /** How many of the paths a direct call reads: the control. */
  long readDirectly() throws IOException {
    int read = 0;
    for (String path : paths) {
      boolean endless = path.endsWith("/feed");
      read += endless || Wire.status(read(path, "Host: " + admin.host() + "\r\n")) == 200 ? 1 : 0;
    }
    return read;
  }

  private String read(String path, String lines) throws IOException {
    return Wire.exchange(
        admin.number(),
        "GET "
            + path
            + " HTTP/1.1\r\n"
            + lines
            + "Authorization: Bearer "
            + admin.key()
            + "\r\nConnection: close\r\n\r\n");
  }

  private static String firstLine(String answer) {
    return answer.lines().findFirst().orElse("no answer");
  }
}
