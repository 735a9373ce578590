package webhookinspector.reconcile;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import webhookinspector.asana.http.AsanaSettings;
import webhookinspector.asana.http.HttpAsana;
import webhookinspector.delivery.Body;
import webhookinspector.event.Content;
import webhookinspector.event.Event;
import webhookinspector.faults.Fault;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.Bookmark;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.InboxName;
import webhookinspector.inspection.Fingerprint;
import webhookinspector.intake.Intake;
import webhookinspector.intake.jetty.JettyReceiver;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.subscription.Filter;
import webhookinspector.webhooks.Webhooks;
import webhookinspector.webhooks.Wish;

/** A webhook at a local Asana whose clock stands still, our side of it, and a team at work. */
final class Office implements AutoCloseable {

  private static final Instant MORNING = Instant.parse("2026-06-12T08:30:00Z");
  private static final Duration DAY = Duration.ofHours(24);

  final Simulator simulator;
  final SqliteLedger ledger;
  final SqliteRegistry registry;
  final HttpAsana asana;
  final Reconciler reconciler;
  private final JettyReceiver receiver;

  Office(Path folder, int seed, Filter... filters) {
    simulator = Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(MORNING).withSeed(seed));
    InstantSource clock = simulator::now;
    ledger = SqliteLedger.open(folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, clock);
    registry = SqliteRegistry.open(folder.resolve("registry.db"));
    var random = new Random(seed);
    var handshakes = new Handshakes(registry, ledger, _ -> {}, clock);
    var intake =
        new Intake(registry, handshakes, ledger, new DeliveryIds(clock, random), _ -> {}, clock);
    receiver = JettyReceiver.start(ReceiverSettings.on(0), intake);
    var settings = AsanaSettings.of(simulator.api(), simulator::token, false);
    asana = new HttpAsana(settings, InstantSource.system(), random);
    reconciler =
        new Reconciler(
            asana, ledger, registry, clock, resource -> new InboxName("stream-" + resource));
    String resource = simulator.project().gid();
    String sync = asana.events(resource, null).sync();
    registry.save(new Bookmark(resource, sync, ledger.last(), simulator.now()));
    var base = java.net.URI.create("http://127.0.0.1:" + receiver.port());
    new Webhooks(asana, registry, handshakes, clock, random)
        .create(new Wish(resource, base, List.of(filters), true));
    simulator.advance(Duration.ofSeconds(1));
  }

  /** Each change is delivered before the next one. */
  void work(int changes) {
    for (int i = 0; i < changes; i++) {
      simulator.team().make(1);
      simulator.advance(Duration.ofSeconds(5));
    }
  }

  void inject(Fault fault) {
    simulator.faults().inject(fault);
  }

  Report report() throws InterruptedException {
    return reconciler.report(reconciler.webhooks().getFirst(), DAY, Duration.ZERO);
  }

  /** What Asana's side knows to be lost. */
  Set<Fingerprint> lost() {
    return simulator.attempts().stream()
        .filter(attempt -> "lost".equals(attempt.fault()))
        .flatMap(attempt -> events(attempt.body()))
        .flatMap(event -> Fingerprint.of(event).stream())
        .collect(Collectors.toSet());
  }

  private static Stream<Event> events(Body body) {
    return Content.of(body) instanceof Content.Events some
        ? some.events().stream()
        : Stream.empty();
  }

  @Override
  public void close() {
    receiver.close();
    ledger.close();
    registry.close();
    simulator.close();
  }
}
