package webhookinspector.checks.admin;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.Courier;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.delivery.Body;

/**
 * Everything that a page elsewhere, a name bound to this machine, a tunnel or a guesser may send to
 * the admin port. What the databases hold must be the same afterwards.
 */
public final class RebindAndCsrf implements Check {

  private static final int MOST_GUESSES_LOOKED_AT = 600;

  @Override
  public String name() {
    return "rebind-and-csrf";
  }

  @Override
  public String promise() {
    return "no other name, no tunnel, no foreign page and no guess gets to the admin port";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("at full size only; GateTest, ForgeryTest and KeysTest try each part");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
      AdminPort admin = AdminPort.of(data);
      Map<String, String> existing = existing(admin, receiver.port());
      return judge(data, admin, existing);
    }
  }

  private static Outcome judge(Path data, AdminPort admin, Map<String, String> existing)
      throws Exception {
    List<DescribedRoute> routes = DescribedRoute.of(admin);
    List<String> read =
        Stream.concat(
                Stream.of("/", "/page/icon.svg"),
                routes.stream().filter(r -> !r.changes()).map(r -> r.path(existing)))
            .toList();
    var strangers = new Strangers(admin, read);
    var pages = new ForeignPages(admin, routes, existing);
    String before = StateHash.of(data);
    Findings names = strangers.byOtherNames();
    Findings tunnels = strangers.throughTunnels();
    Findings changes = pages.changes();
    Findings preflights = pages.preflights();
    boolean same = StateHash.of(data).equals(before);

    long readDirectly = strangers.readDirectly();
    int own = pages.ownChange("/api/v1/filters/mine", "{\"filter\":\"kind=junk\"}");
    boolean seen = own < 300 && !StateHash.of(data).equals(before);

    Guesser guesser = Guesser.run(admin, 10_000, 60);
    boolean keyOpensAgain = opensSoon(admin);
    return Outcome.of(
        names.none()
            && tunnels.none()
            && changes.none()
            && preflights.none()
            && same
            && seen
            && readDirectly > read.size() / 2
            && guesser.let() == 0
            && guesser.lookedAt() <= MOST_GUESSES_LOOKED_AT
            && keyOpensAgain,
        String.format(
            Locale.ROOT,
            "30 hosts: %s; 12 tunnels: %s; foreign pages: %s; preflights: %s; databases %s; "
                + "%d guesses in 60 s: %d looked at, %d let in, the key opens %s; "
                + "control: a direct call reads %d of %d paths, a change by the page itself (%d) is %s",
            names,
            tunnels,
            changes,
            preflights,
            same ? "unchanged" : "CHANGED",
            guesser.sent(),
            guesser.lookedAt(),
            guesser.let(),
            keyOpensAgain ? "again" : "NO MORE",
            readDirectly,
            read.size(),
            own,
            seen ? "seen in them" : "NOT SEEN"));
  }

  /** Things that a call which gets through would change, by the name of the variable. */
  private static Map<String, String> existing(AdminPort admin, int receiver) throws Exception {
    var ids = new HashMap<String, String>();
    try (var courier = new Courier(receiver)) {
      ids.put("id", courier.send(Body.of("{\"events\":[],\"n\":1}")).id());
      ids.put("a", ids.get("id"));
      ids.put("b", courier.send(Body.of("{\"events\":[],\"n\":2}")).id());
    }
    make(admin, "PUT", "/api/v1/filters/ads", "{\"filter\":\"kind=events\"}");
    make(admin, "POST", "/api/v1/targets", "{\"target\":\"http://127.0.0.1:9/\"}");
    ids.putAll(Map.of("name", "ads", "gid", "1200", "number", "1", "replay", "1"));
    return ids;
  }

  private static void make(AdminPort admin, String method, String path, String json)
      throws Exception {
    var answer = admin.send(method, path, json);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private static boolean opensSoon(AdminPort admin) throws Exception {
    for (int i = 0; i < 50; i++) {
      if (admin.send("GET", "/api/v1/state", "").statusCode() == 200) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return false;
  }
}
