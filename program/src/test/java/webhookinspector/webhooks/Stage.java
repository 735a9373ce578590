package webhookinspector.webhooks;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.Asana;
import webhookinspector.asana.http.AsanaSettings;
import webhookinspector.asana.http.HttpAsana;
import webhookinspector.event.Ref;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
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

/** A local Asana, and our side of it in a folder: receiver, stores and stories. */
final class Stage implements AutoCloseable {

  final FaultScript faults = new FaultScript();
  final Simulator simulator;
  private final boolean ownsSimulator;
  private final Path folder;
  private final Random random = new Random(7);
  private @Nullable Run run;

  Stage(Path folder) {
    this.folder = folder;
    this.simulator = Simulator.start(SimulatorSettings.DEFAULTS.withFaults(faults));
    this.ownsSimulator = true;
  }

  /** Another installation beside one that uses the same Asana. */
  Stage(Path folder, Simulator shared) {
    this.folder = folder;
    this.simulator = shared;
    this.ownsSimulator = false;
  }

  /** What one process has open. */
  static final class Run {
    final Registry registry;
    final SqliteLedger ledger;
    final Handshakes handshakes;
    final JettyReceiver receiver;
    final Asana asana;
    final Webhooks webhooks;

    private Run(
        Stage stage, UnaryOperator<Asana> aroundAsana, UnaryOperator<Registry> aroundRegistry) {
      InstantSource clock = InstantSource.system();
      registry = aroundRegistry.apply(SqliteRegistry.open(stage.folder.resolve("registry.db")));
      ledger = SqliteLedger.open(stage.folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, clock);
      handshakes = new Handshakes(registry, ledger, alert -> {}, clock);
      var ids = new DeliveryIds(clock, stage.random);
      var intake = new Intake(registry, handshakes, ledger, ids, alert -> {}, clock);
      receiver = JettyReceiver.start(ReceiverSettings.on(0), intake);
      asana = aroundAsana.apply(stage.client());
      webhooks = new Webhooks(asana, registry, handshakes, clock, stage.random);
    }

    /** As after a crash: nothing is said to Asana, nothing more is written. */
    void end() {
      receiver.close();
      handshakes.stop();
      ledger.close();
      registry.close();
    }

    URI base() {
      return URI.create("http://127.0.0.1:" + receiver.port());
    }

    Inbox onlyInbox() {
      List<Inbox> inboxes = registry.inboxes();
      if (inboxes.size() != 1) {
        throw new AssertionError(inboxes);
      }
      return inboxes.getFirst();
    }

    OwnWebhook own() {
      return Objects.requireNonNull(onlyInbox().webhook());
    }
  }

  HttpAsana client() {
    var settings = AsanaSettings.of(simulator.api(), simulator::token, false).withAttempts(2);
    return new HttpAsana(settings, InstantSource.system(), random, duration -> {});
  }

  Run run() {
    if (run == null) {
      run = new Run(this, UnaryOperator.identity(), UnaryOperator.identity());
    }
    return run;
  }

  /** A process that is not all well. */
  Run run(UnaryOperator<Asana> aroundAsana, UnaryOperator<Registry> aroundRegistry) {
    run = new Run(this, aroundAsana, aroundRegistry);
    return run;
  }

  /** The process ends, whatever it was doing, and another one opens the same folder. */
  Run restart() {
    run().end();
    run = null;
    return run();
  }

  Wish wish() {
    return wish(simulator.project());
  }

  Wish wish(Ref resource, Filter... filters) {
    return new Wish(resource.gid(), run().base(), List.of(filters), false);
  }

  Wish toKeep() {
    Wish wish = wish();
    return new Wish(wish.resource(), wish.base(), wish.filters(), true);
  }

  @Override
  public void close() {
    if (run != null) {
      run.end();
    }
    if (ownsSimulator) {
      simulator.close();
    }
  }
}
