package webhookinspector.checks.sending;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.web.AdminKey;
import webhookinspector.web.NewReplay;
import webhookinspector.web.Refusal;
import webhookinspector.web.http.HttpAdmin;

/**
 * Runs where this machine has every forbidden address: asks the running program to send a delivery
 * to each forbidden target, and counts who was connected to.
 */
final class SsrfProbe {

  private SsrfProbe() {}

  /**
   * @param arguments an empty folder; one line of numbers goes to standard output, and the exit
   *     code is 0 if nothing was connected to that must not be
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    String delivery = SpacedDeliveries.keep(data, 1, Duration.ZERO).getFirst();
    System.exit(holds(data, folder, delivery) ? 0 : 1); // once the receiver has been ended
  }

  private static boolean holds(Path data, Path folder, String delivery) throws Exception {
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
        var there = new EveryAddress()) {
      String running = Files.readString(data.resolve("running.json"));
      URI address = URI.create(running.replaceFirst("(?s).*\"admin\":\"([^\"]*)\".*", "$1"));
      var key = AdminKey.of(Files.readString(data.resolve("admin.key")).strip());
      var urls = ForbiddenUrls.all(there.port(), receiver.port(), address.getPort());
      try (var admin = new HttpAdmin(address, key)) {
        return probe(delivery, urls, there, admin);
      }
    }
  }

  private static boolean probe(
      String delivery, List<String> forbidden, EveryAddress there, HttpAdmin admin)
      throws Exception {
    for (String address : ForbiddenUrls.ADDRESSES) {
      there.knock(address);
    }
    boolean seen = there.hits().size() == ForbiddenUrls.ADDRESSES.size();
    there.hits().clear();
    List<String> let = forbidden.stream().filter(url -> !isRefused(admin, delivery, url)).toList();
    int hits = there.hits().size();
    Integer status = admin.replay(delivery, "http://127.0.0.1:" + there.port() + "/").status();
    boolean followed = there.hits().size() != hits + 1;
    System.out.println(
        forbidden.size()
            + " forbidden targets, each for one and for many: "
            + hits
            + " connections, not refused: "
            + let
            + "; a redirect to one of them came back as "
            + status
            + (followed ? " and was followed" : " and was not followed")
            + "; a bare client reached "
            + (seen ? "all " : "not all ")
            + ForbiddenUrls.ADDRESSES.size()
            + " addresses");
    return seen && let.isEmpty() && hits == 0 && !followed && status != null && status == 302;
  }

  private static boolean isRefused(HttpAdmin admin, String delivery, String url) {
    return isRefused(() -> admin.replay(delivery, url))
        && isRefused(() -> admin.replaying().begin(many(delivery, url)));
  }

  private static NewReplay many(String delivery, String url) {
    return new NewReplay(url, List.of(delivery), null, null, 1, false, 0, null, null, false);
  }

  private static boolean isRefused(Runnable sending) {
    try {
      sending.run();
      return false;
    } catch (Refusal e) {
      return e.code() == Refusal.Code.BAD_INPUT;
    }
  }
}
