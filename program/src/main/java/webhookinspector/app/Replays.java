package webhookinspector.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;
import webhookinspector.egress.socket.Resolver;
import webhookinspector.egress.socket.SocketOutbound;
import webhookinspector.feed.Line;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.ledger.Ledger;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Outbox;
import webhookinspector.replay.NotSent;
import webhookinspector.replay.Replay;
import webhookinspector.web.Refusal;

/** Replays as the admin port offers them. */
final class Replays {

  private final Ledger ledger;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Set<Integer> ownPorts = ConcurrentHashMap.newKeySet();

  Replays(Ledger ledger, Outbox outbox, InstantSource clock) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** That port is ours: what is sent there would come back as a new delivery. */
  void never(int port) {
    ownPorts.add(port);
  }

  Line.OfAttempt send(DeliveryId delivery, String address) {
    var policy = new TargetPolicy(ownPorts, List.of());
    var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    var outbound = new SocketOutbound(policy, Resolver.SYSTEM, tls);
    try {
      return new Replay(ledger, outbox, outbound, clock)
          .send(delivery, target(address))
          .map(Replays::line)
          .orElseThrow(
              () -> Refusal.notFound("delivery: " + delivery + " (expected: a kept one)", ""));
    } catch (NotSent e) {
      throw Refusal.badInput("target: " + e.getMessage(), "");
    }
  }

  private static Target target(String address) {
    try {
      return Target.parse(address);
    } catch (IllegalArgumentException e) {
      String[] lines = String.valueOf(e.getMessage()).split("\\n", 2);
      throw Refusal.badInput(lines[0], lines.length > 1 ? lines[1] : "");
    }
  }

  private static Line.OfAttempt line(Attempt attempt) {
    return new Line.OfAttempt(
        attempt.at(),
        attempt.delivery().text(),
        attempt.target(),
        attempt.status(),
        attempt.millis(),
        attempt.because());
  }
}
