package webhookinspector.checks.health;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import webhookinspector.asana.http.AsanaSettings;
import webhookinspector.asana.http.HttpAsana;
import webhookinspector.faults.Fault;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.intake.Intake;
import webhookinspector.intake.jetty.JettyReceiver;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.simulator.SimulatorSettings;
import webhookinspector.watch.Change;
import webhookinspector.watch.News;
import webhookinspector.watch.Rounds;
import webhookinspector.watch.Watch;
import webhookinspector.webhooks.Webhooks;
import webhookinspector.webhooks.Wish;

/** A local Asana on a stepped clock, a receiver, and the watch over its webhooks. */
final class WatchedPlace implements AutoCloseable {

  final Simulator asana;
  final Watch watch;
  private final List<Change> changes = new ArrayList<>();
  private final SqliteRegistry registry;
  private final SqliteLedger ledger;
  private final Handshakes handshakes;
  private final JettyReceiver receiver;
  private final Webhooks webhooks;
  private final Rounds rounds;

  WatchedPlace(Path folder, long seed, Instant start) {
    asana = Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(start).withSeed(seed));
    registry = SqliteRegistry.open(folder.resolve("registry.db"));
    ledger = SqliteLedger.open(folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, asana::now);
    handshakes = new Handshakes(registry, ledger, _ -> {}, asana::now);
    var random = new Random(seed);
    var ids = new DeliveryIds(asana::now, random);
    var intake = new Intake(registry, handshakes, ledger, ids, _ -> {}, asana::now);
    receiver = JettyReceiver.start(ReceiverSettings.on(0), intake);
    var settings = AsanaSettings.of(asana.api(), asana::token, false).withAttempts(1);
    var client = new HttpAsana(settings, asana::now, random, _ -> {});
    webhooks = new Webhooks(client, registry, handshakes, asana::now, random);
    watch = new Watch(registry, asana::now, this::told);
    rounds = new Rounds(client, registry, watch, asana::now);
  }

  private void told(News news) {
    if (news instanceof Change change) {
      changes.add(change);
    }
  }

  /** Creates a webhook on the project. */
  String create() {
    var base = URI.create("http://127.0.0.1:" + receiver.port());
    var made = webhooks.create(new Wish(asana.project().gid(), base, List.of(), true));
    watch.told(made.webhook());
    return made.webhook().gid();
  }

  /** Asana cannot reach the receiver for so long, from now on. */
  void outage(Duration lasting) {
    asana.faults().inject(Fault.unreachable().on("any").lasting(lasting));
  }

  /** A minute passes, with one turn of the patrol. */
  void minute() {
    asana.advance(Duration.ofMinutes(1));
    rounds.makeWhenDue();
    watch.look();
  }

  /** What was told of webhooks since the last time. */
  List<Change> news() {
    List<Change> since = List.copyOf(changes);
    changes.clear();
    return since;
  }

  @Override
  public void close() {
    receiver.close();
    handshakes.stop();
    ledger.close();
    registry.close();
    asana.close();
  }
}
