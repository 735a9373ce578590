package webhookinspector.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import webhookinspector.answers.AppRelay;
import webhookinspector.answers.Relay;
import webhookinspector.answers.Replies;
import webhookinspector.answers.Script;
import webhookinspector.egress.Target;
import webhookinspector.feed.Opening.Ready;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.intake.Intake;
import webhookinspector.intake.jetty.JettyReceiver;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.metrics.Metrics;
import webhookinspector.metrics.Readings;
import webhookinspector.metrics.prometheus.PrometheusMetrics;
import webhookinspector.web.Admin;
import webhookinspector.web.AdminKey;
import webhookinspector.web.AdminSettings;
import webhookinspector.web.Refusal;
import webhookinspector.web.jetty.JettyAdmin;

/**
 * The process that holds a folder, with its ports open. Opened in this order: lock, files, what
 * follows them, receiver, tunnel, admin port, and only then {@code running.json}; closed in the
 * reverse order.
 */
final class Holder implements AutoCloseable {

  private final Closing closing = new Closing();
  private final Metrics metrics;
  private final Telemetry telemetry;
  private final Core core;
  private final PublicAddress address;
  private final Watching watching;
  private final LocalAdmin admin;
  private final Ready ready;

  private Holder(FolderLock lock, Settings settings) {
    try {
      metrics = new PrometheusMetrics(settings.surroundings().version());
      telemetry = Tracing.beside(Telemetry.of(metrics), settings.surroundings(), closing);
      core = closing.later(Core.open(lock, settings, telemetry));
      Leftovers.settleArmed(core);
      Thread look = Thread.ofVirtual().name("second-look").start(() -> Leftovers.lookAgain(core));
      closing.later(look::join);
      closing.later(new HealthWatch(core.ledger(), core.state()));
      InstantSource clock = settings.surroundings().clock();
      var accounts = new Accounts(core, settings);
      watching = new Watching(core, clock, accounts.accountant(core.alerts(), settings));
      JettyReceiver receiver = closing.later(receiver(settings));
      address = address(settings, receiver.port());
      closing.later(watching).start(address);
      metrics.readFrom(() -> readings(receiver));
      admin = new LocalAdmin(core, settings, Optional.of(address), metrics::text);
      closing.later(admin.startKeeping());
      AdminKey key = AdminKeyFile.readOrMake(settings.folder());
      var where = AdminSettings.loopback(settings.listening().adminPort());
      JettyAdmin port = closing.later(JettyAdmin.start(where, admin, key, new SecureRandom()));
      startForwarding(settings, port.address().getPort());
      long pid = ProcessHandle.current().pid();
      ready = new Ready(address.own(), port.address(), port.loginLink(), address.known(), pid);
      tellOtherCommands(settings, new RunningFile(pid, settings.command(), port.address(), key));
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  /**
   * Opens everything; when this returns, deliveries are taken.
   *
   * @throws Refusal if somebody else holds the folder, or a port cannot be had
   */
  static Holder start(Settings settings) {
    return start(Holding.take(settings.folder(), settings.command()), settings);
  }

  /** The same with a lock that is taken already. */
  static Holder start(FolderLock lock, Settings settings) {
    return new Holder(lock, settings.with(Ports.settle(settings.listening())));
  }

  private JettyReceiver receiver(Settings settings) {
    var clock = settings.surroundings().clock();
    var ids = new DeliveryIds(clock, new SecureRandom());
    var intake =
        new Intake(
            core.registry(),
            core.handshakes(),
            core.ledger(),
            ids,
            core.alerts(),
            watching::saw,
            new Replies(core.onPurpose().answers(), relay(settings)),
            clock);
    Script script = settings.onward().answers();
    if (script != null) {
      core.onPurpose().answers().follow(script);
    }
    try {
      Listening listening = settings.listening();
      var door =
          ReceiverSettings.on(listening.receiverPort())
              .at(listening.receiverHost())
              .with(listening.tls());
      return JettyReceiver.start(door, intake, clock, core.alerts(), telemetry.acks());
    } catch (UncheckedIOException e) {
      throw Refusal.notPossibleNow(String.valueOf(e.getMessage()), "");
    }
  }

  /** The app that answers Asana, if there is one; that it is not us, each connection asks. */
  private Relay relay(Settings settings) {
    Target app = settings.onward().relay();
    return app == null
        ? Relay.NONE
        : new AppRelay(
            app,
            core.wayOut().outbound(),
            settings.surroundings().clock(),
            new RelayNews(core.feed(), core.outbox(), core.alerts()));
  }

  private Readings readings(JettyReceiver receiver) {
    long last = core.ledger().last().number();
    return new Readings(
        core.watch().report(),
        core.ledger().health(),
        last,
        Math.max(0, last - core.history().indexed().number()),
        core.registry().gaps(1_000).stream().filter(gap -> gap.to() == null).count(),
        receiver.connections(),
        receiver.turnedAway(),
        core.watchers(),
        watching.missing());
  }

  private PublicAddress address(Settings settings, int receiverPort) {
    var tunnel = PublicAddress.open(settings.listening(), receiverPort).map(closing::later);
    String scheme = settings.listening().tls() == null ? "http" : "https";
    URI own = URI.create(scheme + "://127.0.0.1:" + receiverPort);
    return new PublicAddress(own, tunnel.orElse(null), settings.asana().isLocal());
  }

  private void startForwarding(Settings settings, int adminPort) {
    core.wayOut().never(address.own().getPort());
    core.wayOut().never(adminPort);
    core.wayOut().never(address.known());
    Target app = settings.onward().relay();
    if (app != null) {
      core.wayOut().allowed(app);
    }
    core.forwarder().start(settings.onward().targets());
  }

  private void tellOtherCommands(Settings settings, RunningFile running) {
    try {
      running.write(settings.folder());
      closing.later(() -> RunningFile.remove(settings.folder()));
    } catch (IOException e) {
      throw new Refusal(
          Refusal.Code.NOT_KEPT,
          "running.json: cannot be written in " + settings.folder().path() + ": " + e.getMessage(),
          "Make the folder writable, or name another one with --data DIR.");
    }
  }

  /** The ready line. */
  Ready ready() {
    return ready;
  }

  /** What a webhook may target; a {@link Refusal} when Asana could not reach it. */
  URI addressForAsana() {
    return address.forAsana();
  }

  /** From now on webhooks may vanish without an alert. */
  void stopWatching() {
    watching.close();
  }

  Core core() {
    return core;
  }

  Admin admin() {
    return admin;
  }

  @Override
  public void close() {
    closing.close();
  }
}
