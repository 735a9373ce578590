package webhookinspector.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import webhookinspector.answers.Answers;
import webhookinspector.answers.Relay;
import webhookinspector.answers.Replies;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.intake.jetty.JettyReceiver;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Registry;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;

/** The real ack path on a free port and in a folder of its own: what all tests of it post to. */
public final class Door implements AutoCloseable {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final InboxName MARK = new InboxName("mark");

  public final Answers answers = Answers.own();
  public final Random random = new Random(4);
  public final Registry registry;
  public final Ledger ledger;
  public final Handshakes handshakes;
  private final DeliveryIds ids;
  private final InstantSource clock;
  public final JettyReceiver receiver;

  private Door(Path folder, ReceiverSettings settings, Relay relay, InstantSource clock) {
    this.clock = clock;
    registry = SqliteRegistry.open(folder.resolve("registry.db"));
    ledger = SqliteLedger.open(folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, clock);
    handshakes = new Handshakes(registry, ledger, registry::raise, clock);
    ids = new DeliveryIds(clock, random);
    var intake =
        new Intake(
            registry,
            handshakes,
            ledger,
            ids,
            registry::raise,
            k -> {},
            new Replies(answers, relay),
            clock);
    receiver = JettyReceiver.start(settings, intake, clock, registry::raise);
  }

  /** With somebody's app behind it. */
  public static Door open(Path folder, Relay relay) {
    return new Door(folder, ReceiverSettings.on(0), relay, InstantSource.system());
  }

  public static Door open(Path folder) {
    return open(folder, ReceiverSettings.on(0));
  }

  public static Door open(Path folder, ReceiverSettings settings) {
    return open(folder, settings, InstantSource.system());
  }

  public static Door open(Path folder, ReceiverSettings settings, InstantSource clock) {
    return new Door(folder, settings, Relay.NONE, clock);
  }

  public int port() {
    return receiver.port();
  }

  /** An inbox that waits for its create call. */
  public Inbox newInbox() {
    var inbox =
        new Inbox(
            new InboxName("inbox-" + NUMBERS.incrementAndGet()),
            InboxKey.random(random),
            Secrets.NONE,
            null);
    registry.save(inbox);
    return inbox;
  }

  /** An inbox that has its secret. */
  public Inbox settledInbox(Secret secret) {
    Inbox inbox = newInbox().with(Secrets.settled(secret));
    registry.save(inbox);
    return inbox;
  }

  public Secret newSecret() {
    return Secret.of("%016x%016x".formatted(random.nextLong(), random.nextLong()));
  }

  public static String path(Inbox inbox) {
    return "/in/" + inbox.key().text();
  }

  /** The same inbox as it is now. */
  public Secrets secretsOf(Inbox inbox) {
    return registry.find(inbox.name()).orElseThrow().secrets();
  }

  /** Everything that was ever kept, quarantine included, with its latest judgement. */
  public List<Judged> kept() {
    waitForTheQuarantine();
    var all = new ArrayList<Judged>();
    for (Entry entry : entries()) {
      if (entry instanceof Entry.Kept(Position _, Judged judged) && !judged.inbox().equals(MARK)) {
        all.add(ledger.find(judged.id()).orElseThrow().judged());
      }
    }
    return all;
  }

  private List<Entry> entries() {
    var all = new ArrayList<Entry>();
    Position at = Position.START;
    try {
      for (var page = ledger.read(at, 1_000, Duration.ZERO);
          !page.isEmpty();
          page = ledger.read(at, 1_000, Duration.ZERO)) {
        all.addAll(page);
        at = page.getLast().position();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  /** It is written behind our back, but in the order of the queue, in which this is the last. */
  private void waitForTheQuarantine() {
    var nothing = new Delivery(clock.instant(), Headers.none(), Body.of(""));
    var judgement = new Judgement(false, "authentic", "", true);
    ledger.append(new Judged(ids.next(), MARK, Source.WEBHOOK, nothing, judgement, 200));
  }

  public List<Judged> kept(Inbox inbox) {
    return kept().stream().filter(judged -> judged.inbox().equals(inbox.name())).toList();
  }

  public List<Alert> alerts() {
    return registry.alerts(10_000);
  }

  /** A signed POST as Asana sends it, as text for {@link Wire}. */
  public static String signed(Inbox inbox, Secret secret, String body) {
    return post(
        path(inbox), body, "X-Hook-Signature: " + Signature.of(secret, Body.of(body)).hex());
  }

  public static String post(String target, String body, String... headers) {
    var text = new StringBuilder("POST " + target + " HTTP/1.1\r\nHost: inbox.example\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text + "Content-Length: " + Body.of(body).size() + "\r\n\r\n" + body;
  }

  @Override
  public void close() {
    receiver.close();
    handshakes.stop();
    ledger.close();
    registry.close();
  }
}
