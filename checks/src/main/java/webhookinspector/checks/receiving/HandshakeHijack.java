package webhookinspector.checks.receiving;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.checks.durability.Courier;
import webhookinspector.checks.durability.Kept;
import webhookinspector.checks.durability.Promise;
import webhookinspector.checks.durability.ReceiverProcess;
import webhookinspector.delivery.Body;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;

/**
 * Secrets offered to an inbox that has one: its own again and again, and ten thousand others, with
 * deliveries of both in between and a restart in the middle (threats A8, A9, A14).
 */
public final class HandshakeHijack implements Check {

  private static final int PER_DELIVERY = 10;

  private final Random random = new Random(13);

  /** What was seen. */
  private static final class Tally {
    int echoes;
    int believed;
    int ownEchoes;
    final List<Promise> promises = new ArrayList<>();
  }

  @Override
  public String name() {
    return "handshake-hijack";
  }

  @Override
  public String promise() {
    return "an inbox that has its secret echoes and believes no other, and goes on with its own";
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    if (size == Size.QUICK) {
      return Outcome.skipped("HandshakeStatesTest does the same in the small, within one process");
    }
    Path data = folder.resolve("data");
    ReceiverProcess.prepare(data);
    int deliveries = 1_000;
    int repeats = 100;
    var tally = new Tally();
    for (int half = 0; half < 2; half++) {
      try (ReceiverProcess receiver = ReceiverProcess.start(data, folder)) {
        attack(receiver.port(), half, deliveries / 2, tally);
        repeat(receiver.port(), repeats / 2, tally);
      }
    }
    Kept kept = Kept.in(data.resolve("ledger.db"), tally.promises);
    return Outcome.of(
        tally.echoes == 0
            && tally.believed == 0
            && tally.ownEchoes == repeats
            && tally.promises.size() == deliveries
            && kept.everything(),
        "%d secrets of strangers: %d echoed, %d deliveries believed that they had signed; %s; its own secret echoed %d of %d times"
            .formatted(
                deliveries * PER_DELIVERY,
                tally.echoes,
                tally.believed,
                kept,
                tally.ownEchoes,
                repeats));
  }

  private void attack(int port, int half, int deliveries, Tally tally) throws Exception {
    try (Peer hijacker = Peer.to(port);
        var asana = new Courier(port)) {
      for (int i = 0; i < deliveries; i++) {
        for (int rival = 0; rival < PER_DELIVERY; rival++) {
          hijacker.send(offer(rival));
        }
        long seed = (long) half * deliveries + i;
        Courier.Answer answer = asana.send(Promise.body(seed, 300));
        if (answer.status() == 200) {
          tally.promises.add(new Promise(answer.id(), seed, 300));
        }
        for (int rival = 0; rival < PER_DELIVERY; rival++) {
          Peer.Answer said = hijacker.answer();
          tally.echoes += said.says("x-hook-secret") ? 1 : 0;
          tally.believed += said.status() == 401 ? 0 : 1;
        }
      }
    }
  }

  /** A secret alone, or one with a delivery that it has signed. */
  private String offer(int rival) {
    var secret = Secret.of("%016x".formatted(random.nextLong()).repeat(2));
    String header = "X-Hook-Secret: " + secret.reveal();
    if (rival % 2 == 0) {
      return Posts.post(Posts.PATH, "", header);
    }
    var body = Body.of("{\"events\":[]}");
    String signed = "X-Hook-Signature: " + Signature.of(secret, body).hex();
    return Posts.post(Posts.PATH, "{\"events\":[]}", header, signed);
  }

  private static void repeat(int port, int times, Tally tally) throws Exception {
    String own = "X-Hook-Secret: " + ReceiverProcess.SECRET.reveal();
    for (int i = 0; i < times; i++) {
      Peer.Answer answer = Peer.ask(port, Posts.post(Posts.PATH, "", own));
      tally.ownEchoes += answer.status() == 200 && answer.says(own) ? 1 : 0;
    }
  }
}
