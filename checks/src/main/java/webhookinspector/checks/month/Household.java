package webhookinspector.checks.month;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.http.AsanaSettings;
import webhookinspector.asana.http.HttpAsana;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.inbox.Position;
import webhookinspector.intake.Intake;
import webhookinspector.intake.jetty.JettyReceiver;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.Alert;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.simulator.Simulator;
import webhookinspector.stream.Manner;
import webhookinspector.stream.Means;
import webhookinspector.stream.Rest;
import webhookinspector.stream.Standing;
import webhookinspector.stream.Streams;
import webhookinspector.watch.News;
import webhookinspector.watch.Rounds;
import webhookinspector.watch.Watch;
import webhookinspector.webhooks.Webhooks;
import webhookinspector.webhooks.Wish;

/** Our side of it, as one process has it open: receiver, stream and health watch. */
final class Household implements AutoCloseable {

  /** Seldom, for a month is long; what matters is that nothing is missed in between. */
  private static final Manner SELDOM =
      new Manner(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(2));

  final SqliteLedger ledger;
  final SqliteRegistry registry;
  final List<Alert> alerts = new ArrayList<>();
  private final Simulator simulator;
  private final InstantSource clock;
  private final Random random;
  private final HttpAsana asana;
  private final Handshakes handshakes;
  private final Intake intake;
  private final Webhooks webhooks;
  private final Watch watch;
  private final Rounds rounds;
  private int port;
  private @Nullable JettyReceiver receiver;

  /**
   * @param port 0 picks one
   */
  Household(Path folder, Simulator simulator, int port, long seed) {
    this.simulator = simulator;
    this.clock = simulator::now;
    this.port = port;
    random = new Random(seed);
    ledger = SqliteLedger.open(folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, clock);
    registry = SqliteRegistry.open(folder.resolve("registry.db"));
    var settings = AsanaSettings.of(simulator.api(), simulator::token, false);
    asana = new HttpAsana(settings, InstantSource.system(), random);
    handshakes = new Handshakes(registry, ledger, _ -> {}, clock);
    intake =
        new Intake(registry, handshakes, ledger, new DeliveryIds(clock, random), _ -> {}, clock);
    webhooks = new Webhooks(asana, registry, handshakes, clock, random);
    watch = new Watch(registry, clock, this::heard);
    rounds = new Rounds(asana, registry, watch, clock);
    open();
  }

  /** The tunnel is up. */
  void open() {
    receiver = JettyReceiver.start(ReceiverSettings.on(port), intake);
    port = receiver.port();
  }

  /** The tunnel is down. */
  void shut() {
    if (receiver != null) {
      receiver.close();
      receiver = null;
    }
  }

  int port() {
    return port;
  }

  void createWebhook() {
    URI base = URI.create("http://127.0.0.1:" + port);
    webhooks.create(new Wish(simulator.project().gid(), base, List.of(), true));
  }

  private void heard(News news) {
    if (!news.quiet()) {
      alerts.add(news.alert());
    }
  }

  /** Whose alert it is. */
  String webhookOf(Alert alert) {
    return Optional.ofNullable(alert.inbox())
        .flatMap(registry::find)
        .map(Inbox::webhook)
        .map(OwnWebhook::gid)
        .orElseThrow(() -> new IllegalStateException("of no webhook of ours: " + alert));
  }

  /** What the health watch does every second. */
  void look() {
    rounds.makeWhenDue();
    watch.look();
  }

  /** Follows the stream until {@code rest} throws. */
  void follow(Rest rest) throws InterruptedException {
    BiConsumer<String, Standing> nobody = (resource, standing) -> {};
    var means =
        new Means(
            asana,
            ledger,
            registry,
            (Gap gap) -> {},
            new DeliveryIds(clock, random),
            clock,
            random,
            rest);
    try (var streams = new Streams(means, nobody)) {
      streams.follow(simulator.project().gid(), SELDOM);
      streams.await(simulator.project().gid());
    }
  }

  /** Everything that is kept. */
  List<Entry.Kept> kept() throws InterruptedException {
    var all = new ArrayList<Entry.Kept>();
    Position at = Position.START;
    for (List<Entry> page = ledger.read(at, 1_000, Duration.ZERO);
        !page.isEmpty();
        page = ledger.read(at, 1_000, Duration.ZERO)) {
      page.forEach(
          entry -> {
            if (entry instanceof Entry.Kept kept) {
              all.add(kept);
            }
          });
      at = page.getLast().position();
    }
    return all;
  }

  @Override
  public void close() {
    shut();
    handshakes.stop();
    ledger.close();
    registry.close();
  }
}
