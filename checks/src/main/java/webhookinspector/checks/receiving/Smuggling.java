package webhookinspector.checks.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;

/**
 * Requests whose length two readers could see differently, each with a rightly signed delivery
 * behind it, which is kept if anything of the first is taken for its body's end (threat C6). That
 * it would be noticed is shown by two whole requests in one go: there the second one is kept.
 */
public final class Smuggling implements Check {

  private static final String CANARY = "{\"events\":[],\"who\":\"canary\"}";
  private static final int AT_ONCE = 64;

  @Override
  public String name() {
    return "smuggling";
  }

  @Override
  public String promise() {
    return "no request whose length is in doubt brings a second one in";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("HostileFramingTest does the same in the small, within one process");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    List<String> attacks = attacks(40);
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
      int refused = refused(receiver.port(), attacks);
      receiver.kill();
      Judgements smuggled = Judgements.in(data.resolve("ledger.db"));
      int control = control(data, folder);
      return Outcome.of(
          refused == attacks.size() && smuggled.equals(new Judgements(0, 0)) && control == 2,
          "%,d requests of %d kinds: %,d refused once and closed, %d smuggled in; control: of two whole requests %d were kept"
              .formatted(
                  attacks.size(),
                  DoubtfulLengths.HEADERS.size() + DoubtfulLengths.CHUNKS.size(),
                  refused,
                  smuggled.believable() + smuggled.others(),
                  control));
    }
  }

  private static List<String> attacks(int dresses) {
    var random = new Random(17);
    String canary = Posts.post(Posts.PATH, CANARY, Posts.signature(CANARY), "Connection: close");
    var all = new ArrayList<String>();
    for (int i = 0; i < dresses; i++) {
      for (String headers : DoubtfulLengths.HEADERS) {
        all.add(DoubtfulLengths.dressed(Posts.PATH, headers, random) + "0\r\n\r\n" + canary);
      }
      for (String chunks : DoubtfulLengths.CHUNKS) {
        String head = DoubtfulLengths.dressed(Posts.PATH, "Transfer-Encoding: chunked", random);
        all.add(head + chunks + canary);
      }
    }
    return all;
  }

  private static int refused(int port, List<String> attacks) throws Exception {
    var turns = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<Boolean>>();
      for (String attack : attacks) {
        all.add(
            threads.submit(
                () -> {
                  turns.acquire();
                  try {
                    return isRefusedOnce(port, attack);
                  } finally {
                    turns.release();
                  }
                }));
      }
      int refused = 0;
      for (int i = 0; i < all.size(); i++) {
        boolean good = all.get(i).get();
        refused += good ? 1 : 0;
        if (!good) {
          System.err.println("not refused once: " + attacks.get(i));
        }
      }
      return refused;
    }
  }

  private static boolean isRefusedOnce(int port, String attack) throws IOException {
    try (Peer peer = Peer.to(port)) {
      peer.send(attack);
      String said = peer.rest(12_000);
      int answers = said.split("HTTP/1\\.", -1).length - 1;
      boolean refused = said.isEmpty() || said.matches("(?s)HTTP/1.1 (400|408|431) .*");
      return answers <= 1 && refused && !said.contains("canary");
    }
  }

  private static int control(Path data, Path folder) throws Exception {
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder);
        Peer peer = Peer.to(receiver.port())) {
      peer.send(Posts.signed(CANARY) + Posts.signed(CANARY));
      peer.answer();
      peer.answer();
    }
    return Judgements.in(data.resolve("ledger.db")).believable();
  }
}
