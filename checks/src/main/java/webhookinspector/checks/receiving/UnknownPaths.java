package webhookinspector.checks.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.inbox.InboxKey;

/** Addresses that are guessed (threat A12). */
public final class UnknownPaths implements Check {

  private static final int GUESSERS = 16;
  private static final long GROWTH_MEGABYTES = 20;
  private static final String BODY = "{\"events\":[]}";

  @Override
  public String name() {
    return "unknown-paths";
  }

  @Override
  public String promise() {
    return "an address that is not an inbox's own echoes nothing and leaves nothing behind";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("AddressesTest does the same in the small, within one process");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    int each = 100_000 / GUESSERS;
    try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
      guess(receiver.port(), each / 4); // so that it is warm
      long before = Running.residentMegabytes(receiver.pid());
      int notFound = guess(receiver.port(), each);
      long grown = Running.residentMegabytes(receiver.pid()) - before;
      boolean heard = Peer.ask(receiver.port(), Posts.signed(BODY)).status() == 200;
      receiver.kill();
      Judgements kept = Judgements.in(data.resolve("ledger.db"));
      return Outcome.of(
          notFound == each * GUESSERS
              && heard
              && kept.equals(new Judgements(1, 0))
              && grown < GROWTH_MEGABYTES,
          String.format(
              Locale.ROOT,
              "%,d secrets to guessed addresses: %,d × 404 without an echo, memory %+d MB; %d kept of them all, and the one at the true address %s",
              each * GUESSERS,
              notFound,
              grown,
              kept.believable() + kept.others() - 1,
              heard ? "was" : "was NOT"));
    }
  }

  private static int guess(int port, int each) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var guessers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < GUESSERS; i++) {
        var random = new Random(i);
        guessers.add(threads.submit(() -> guess(port, random, each)));
      }
      int notFound = 0;
      for (Future<Integer> guesser : guessers) {
        notFound += guesser.get();
      }
      return notFound;
    }
  }

  /** Each on a connection of its own, for a stranger's is closed behind the answer. */
  private static int guess(int port, Random random, int count) throws IOException {
    int notFound = 0;
    for (int i = 0; i < count; i++) {
      String secret = "X-Hook-Secret: " + "%016x".formatted(random.nextLong()).repeat(2);
      String post = Posts.post("/in/" + InboxKey.random(random).text(), "", secret);
      Peer.Answer answer = Peer.ask(port, post);
      notFound += answer.status() == 404 && !answer.says("x-hook") ? 1 : 0;
    }
    return notFound;
  }
}
