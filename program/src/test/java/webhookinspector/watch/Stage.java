package webhookinspector.watch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import webhookinspector.answers.Replies;
import webhookinspector.asana.http.AsanaSettings;
import webhookinspector.asana.http.HttpAsana;
import webhookinspector.egress.TargetPolicy;
import webhookinspector.egress.socket.SocketOutbound;
import webhookinspector.event.Ref;
import webhookinspector.feed.Broadcast;
import webhookinspector.feed.Tapped;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.history.sqlite.SqliteHistory;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.indexer.Indexer;
import webhookinspector.inspection.Names;
import webhookinspector.intake.Intake;
import webhookinspector.intake.jetty.JettyReceiver;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.Registry;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.subscription.Filter;
import webhookinspector.webhooks.Webhooks;
import webhookinspector.webhooks.Wish;

/** A local Asana whose time stands still until it is stepped, and our side of it, watched. */
final class Stage implements AutoCloseable {

  static final Instant START = Instant.parse("2026-06-12T08:30:00Z");

  final Simulator simulator = Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(START));
  final List<News> news = new ArrayList<>();
  final Registry registry;
  final HttpAsana asana;
  final Webhooks webhooks;
  final Watch watch;
  final Rounds rounds;
  final Intake intake;
  private final SelfPings pings;
  private final Set<String> addresses = new TreeSet<>();
  private final SqliteLedger ledger;
  private final SqliteHistory history;
  private final Handshakes handshakes;
  private final Indexer indexer;
  private JettyReceiver receiver;
  private Instant now = START;

  Stage(Path folder) {
    InstantSource clock = () -> now;
    registry = SqliteRegistry.open(folder.resolve("registry.db"));
    ledger = SqliteLedger.open(folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, clock);
    history = SqliteHistory.open(folder.resolve("history.db"));
    handshakes = new Handshakes(registry, ledger, alert -> {}, clock);
    watch = new Watch(registry, clock, this::tell);
    var outbound = new SocketOutbound(new TargetPolicy(Set.of(), List.of()));
    pings = new SelfPings(outbound, () -> addresses, new Random(9), clock, watch);
    var ids = new DeliveryIds(clock, new Random(7));
    intake =
        new Intake(registry, handshakes, ledger, ids, a -> {}, pings::saw, Replies.own(), clock);
    receiver = JettyReceiver.start(ReceiverSettings.on(0), intake);
    var settings = AsanaSettings.of(simulator.api(), simulator::token, false).withAttempts(1);
    asana = new HttpAsana(settings, clock, new Random(7), duration -> {});
    webhooks = new Webhooks(asana, registry, handshakes, clock, new Random(7));
    rounds = new Rounds(asana, registry, watch, clock);
    var feed = new Tapped(new Broadcast(), new Hearing(watch));
    indexer =
        new Indexer(
            ledger,
            history,
            feed,
            name -> Optional.empty(),
            Names.none(),
            registry::marking,
            trouble -> {});
    indexer.start();
  }

  /** Creates a webhook on the project, and has its first heartbeat counted. */
  Inbox create(Filter... filters) {
    return create(simulator.project(), filters);
  }

  Inbox create(Ref resource, Filter... filters) {
    var base = URI.create("http://127.0.0.1:" + receiver.port());
    var made = webhooks.create(new Wish(resource.gid(), base, List.of(filters), true));
    watch.told(made.webhook());
    simulator.advance(Duration.ZERO);
    return made.inbox();
  }

  /** Creates a webhook that Asana delivers to by that address. */
  Inbox createAt(String address) {
    var wish = new Wish(simulator.project().gid(), URI.create(address), List.of(), true);
    var made = webhooks.create(wish);
    watch.told(made.webhook());
    addresses.add(address);
    return made.inbox();
  }

  /** That address is pinged, too. */
  void ping(String address) {
    addresses.add(address);
  }

  int receiverPort() {
    return receiver.port();
  }

  /** How many deliveries and judgements were ever kept. */
  long kept() {
    return ledger.last().number();
  }

  /** Time passes for us alone, second by second, with the patrol's turns and its pings. */
  void passWithPings(Duration span) {
    for (long i = 0; i < span.toSeconds(); i++) {
      now = now.plusSeconds(1);
      pings.pingWhenDue();
      turn();
    }
  }

  /** From now on nobody listens there. */
  void receiverGoes() {
    receiver.close();
  }

  /** Time passes for Asana and for us; the watch takes its turns each minute. */
  void pass(Duration span) {
    passes(span, true);
  }

  /** Time passes for us alone. */
  void passForUs(Duration span) {
    passes(span, false);
  }

  private void passes(Duration span, boolean forAsana) {
    Instant end = now.plus(span);
    while (now.isBefore(end)) {
      Duration step = Duration.between(now, end);
      step = step.compareTo(Duration.ofMinutes(1)) > 0 ? Duration.ofMinutes(1) : step;
      if (forAsana) {
        simulator.advance(step);
      }
      now = now.plus(step);
      turn();
    }
  }

  /** One turn of the patrol. */
  void turn() {
    try {
      indexer.awaitIndexed(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    rounds.makeWhenDue();
    watch.look();
  }

  Instant now() {
    return now;
  }

  WebhookHealth only() {
    List<WebhookHealth> lines = watch.report().webhooks();
    if (lines.size() != 1) {
      throw new AssertionError(lines);
    }
    return lines.getFirst();
  }

  private void tell(News told) {
    news.add(told);
    new Absences(registry, registry::note).accept(told);
  }

  /** What was told of webhooks. */
  List<Change> changes() {
    return news.stream().filter(Change.class::isInstance).map(Change.class::cast).toList();
  }

  /** Word and level of each change, with how long after the start it was told. */
  List<String> story() {
    return changes().stream()
        .map(
            change ->
                Duration.between(START, change.at())
                    + " "
                    + change.line().word().word()
                    + " "
                    + change.line().level().word())
        .toList();
  }

  @Override
  public void close() {
    receiver.close();
    indexer.close();
    handshakes.stop();
    history.close();
    ledger.close();
    registry.close();
    simulator.close();
  }
}
