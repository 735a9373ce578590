package webhookinspector.forward;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;
import webhookinspector.egress.socket.SocketOutbound;
import webhookinspector.feed.Broadcast;
import webhookinspector.history.History;
import webhookinspector.history.sqlite.SqliteHistory;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Source;
import webhookinspector.indexer.Indexer;
import webhookinspector.inspection.Names;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Outbox;
import webhookinspector.outbox.sqlite.SqliteOutbox;

/** A data folder with everything that forwarding needs, and real sockets to send through. */
final class Stage implements AutoCloseable {

  static final Judgement AUTHENTIC = new Judgement(false, "authentic", "signed", true);
  static final Judgement FORGED = new Judgement(false, "forged", "wrong secret", false);

  final List<String> told = new CopyOnWriteArrayList<>();
  final Ledger ledger;
  final Outbox outbox;
  Forwarder forwarder;

  private final DeliveryIds ids = new DeliveryIds(InstantSource.system(), new Random(1));
  private final Broadcast feed = new Broadcast();
  private final History history;
  private final Indexer indexer;
  private int bodies;

  Stage(Path folder) {
    ledger =
        SqliteLedger.open(
            folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.system());
    history = SqliteHistory.open(folder.resolve("history.db"));
    outbox = SqliteOutbox.open(folder.resolve("outbox.db"));
    indexer =
        new Indexer(
            ledger,
            history,
            feed,
            name -> Optional.empty(),
            Names.none(),
            id -> Marking.NONE,
            t -> {});
    indexer.start();
    forwarder = forwarder();
  }

  private Forwarder forwarder() {
    return new Forwarder(
        new Forwarder.Ground(ledger, history, indexer::awaitIndexed, outbox),
        new Ways(new SocketOutbound(new TargetPolicy(Set.of(1), List.of()))),
        new Limits(4, 5_000, 3, Duration.ofHours(24)),
        InstantSource.system(),
        new SplittableRandom(1),
        new Ears());
  }

  /** Through real sockets; port 1 is ours. */
  private record Ways(SocketOutbound outbound) implements Senders {
    @Override
    public Sender to(String address, Headers own) {
      return new HttpSender(Target.parse(address), own, outbound, InstantSource.system());
    }

    @Override
    public void refuseDenied(String address) {
      outbound
          .objection(Target.parse(address))
          .ifPresent(
              why -> {
                throw new IllegalArgumentException(why);
              });
    }
  }

  private final class Ears implements Told {
    @Override
    public void attempt(Attempt attempt) {
      told.add("attempt " + attempt.status());
    }

    @Override
    public void down(String address, String because) {
      told.add("down: " + because);
    }

    @Override
    public void back(String address) {
      told.add("back");
    }

    @Override
    public void gaveUp(Attempt attempt, String because) {
      told.add("gave up: " + because);
    }
  }

  /** Begins, with these targets named. */
  Stage serve(String... targets) {
    forwarder.start(List.of(targets).stream().map(Wanted::parse).toList());
    return this;
  }

  /** As after the end of a process: what is not on disk is forgotten. */
  void newRun(String... targets) {
    forwarder.close();
    forwarder = forwarder();
    serve(targets);
  }

  /** A believable delivery of one event, unlike all others. */
  Judged arrives() {
    return arrives(event("changed", ++bodies));
  }

  Judged arrives(String body) {
    return keep(body, AUTHENTIC, Source.WEBHOOK, Headers.of("X-Hook-Signature", "5".repeat(64)));
  }

  static String event(String action, int gid) {
    return "{\"events\":[{\"action\":\"%s\",\"resource\":{\"gid\":\"%d\",\"resource_type\":\"task\"}}]}"
        .formatted(action, gid);
  }

  Judged keep(String body, Judgement judgement, Source source, Headers headers) {
    var judged =
        new Judged(
            ids.next(),
            new InboxName("board"),
            source,
            new Delivery(Instant.parse("2026-11-25T12:00:00Z"), headers, Body.of(body)),
            judgement,
            judgement.believable() ? 200 : 401);
    if (judgement.believable()) {
      ledger.append(judged);
    } else {
      ledger.quarantine(judged);
    }
    return judged;
  }

  /** Whether everything that came was looked at, and is with its target. */
  boolean isQuiet() {
    return forwarder.targets().stream().allMatch(t -> t.behind() == 0 && t.waiting() == 0);
  }

  TargetStatus only() {
    return forwarder.targets().getFirst();
  }

  @Override
  public void close() {
    forwarder.close();
    indexer.close();
    feed.close();
    history.close();
    outbox.close();
    ledger.close();
  }
}
