package webhookinspector.checks.admin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.inbox.InboxKey;

/**
 * Asks the receiver port for everything that the admin port has, with nothing, with the key and
 * with a page's cookie. The same questions to the admin port are the control: were all answers
 * alike there too, the comparison would see nothing.
 */
public final class RxHasNoAdmin implements Check {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW");

  /** What the described routes do not name: the page, and what others have there. */
  private static final List<String> MORE =
      List.of(
          "/",
          "/index.html",
          "/favicon.ico",
          "/page/icon.svg",
          "/page/css/base.css",
          "/api",
          "/api/",
          "/api/v1",
          "/api/v1/",
          "/api/v2/state",
          "/admin",
          "/debug",
          "/console",
          "/actuator",
          "/__admin",
          "/inspect/http",
          "/robots.txt",
          "/create_webhook",
          "/remove_all_webhooks");

  private static final String ID = "01M87YYXRBNEXCHJ9TTJAFQDK4";
  private static final Map<String, String> ANY =
      Map.of(
          "id", ID, "a", ID, "b", ID, "gid", "1200", "name", "ads", "number", "1", "replay", "1");

  @Override
  public String name() {
    return "rx-has-no-admin";
  }

  @Override
  public String promise() {
    return "the public port answers every admin path as it answers a path that nobody ever had";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
      AdminPort admin = AdminPort.of(data);
      List<String> paths =
          Stream.concat(
                  MORE.stream(), DescribedRoute.of(admin).stream().map(route -> route.path(ANY)))
              .distinct()
              .toList();
      var asked = new Asked(receiver.port(), admin);
      List<String> methods = METHODS.subList(0, size.of(1, METHODS.size()));
      for (String path : paths) {
        for (String method : methods) {
          asked.compare(method, path);
        }
      }
      return asked.outcome(paths.size(), methods.size());
    }
  }

  /** What was asked and how it went. */
  private static final class Asked {

    private final int port;
    private final AdminPort admin;
    private final Map<String, String> ways = new LinkedHashMap<>();
    private final String nobody = "/in/" + InboxKey.random(new Random(77)).text();
    private final List<String> other = new ArrayList<>();
    private int questions;
    private int toldByAdmin;

    Asked(int port, AdminPort admin) throws Exception {
      this.port = port;
      this.admin = admin;
      ways.put("nothing", "");
      ways.put("the key", "Authorization: Bearer " + admin.key() + "\r\n");
      ways.put("a cookie", "Cookie: " + admin.cookie() + "\r\nX-Inspector: 1\r\n");
    }

    void compare(String method, String path) throws IOException {
      for (Map.Entry<String, String> way : ways.entrySet()) {
        String random = ask(port, "127.0.0.1:" + port, method, nobody, way.getValue());
        String answer = ask(port, "127.0.0.1:" + port, method, path, way.getValue());
        questions++;
        if (!answer.equals(random) || Wire.status(answer) == 0) {
          other.add(method + " " + path + " with " + way.getKey() + ": " + answer.lines().toList());
        }
      }
      if (method.equals("GET") && !path.endsWith("/feed")) { // which does not end
        String known =
            ask(admin.number(), admin.host(), method, path, ways.getOrDefault("the key", ""));
        toldByAdmin += Wire.status(known) == 404 ? 0 : 1;
      }
    }

    private static String ask(int port, String host, String method, String path, String headers)
        throws IOException {
      return Wire.exchange(
          port,
          "%s %s HTTP/1.1\r\nHost: %s\r\n%sContent-Length: 0\r\nConnection: close\r\n\r\n"
              .formatted(method, path, host, headers));
    }

    Outcome outcome(int paths, int methods) {
      return Outcome.of(
          other.isEmpty() && toldByAdmin > 20,
          "%d paths, %d methods, %d questions: %d answered otherwise than a random path%s; control: the admin port tells of %d of them"
              .formatted(
                  paths,
                  methods,
                  questions,
                  other.size(),
                  other.isEmpty() ? "" : ", first " + other.getFirst(),
                  toldByAdmin));
    }
  }
}
