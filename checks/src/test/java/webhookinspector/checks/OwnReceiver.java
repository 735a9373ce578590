package webhookinspector.checks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import webhookinspector.conform.ReceiverProcess;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Position;
import webhookinspector.intake.Intake;
import webhookinspector.intake.jetty.JettyReceiver;
import webhookinspector.intake.jetty.ReceiverSettings;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.Registry;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.trust.Secrets;

/** The program's own receiver port with its real files, in this process, and nothing above it. */
final class OwnReceiver implements ReceiverProcess {

  private static final InboxName FIRST = new InboxName("first");
  private static final InboxName SECOND = new InboxName("second");

  private final Path folder;
  private final int port;
  private final Map<InboxName, InboxKey> keys =
      Map.of(
          FIRST, InboxKey.random(new SecureRandom()), SECOND, InboxKey.random(new SecureRandom()));
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private @Nullable Handshakes handshakes;
  private @Nullable Ledger ledger;
  private @Nullable Registry inboxes;

  OwnReceiver(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  URI first() {
    return address(FIRST);
  }

  URI second() {
    return address(SECOND);
  }

  private URI address(InboxName name) {
    InboxKey key = Objects.requireNonNull(keys.get(name));
    return URI.create("http://127.0.0.1:" + port + "/in/" + key.text());
  }

  @Override
  public void start() {
    Clock clock = Clock.systemUTC();
    Registry registry = opened(SqliteRegistry.open(folder.resolve("registry.db")));
    Ledger kept =
        opened(SqliteLedger.open(folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, clock));
    keys.forEach(
        (name, key) -> {
          if (registry.find(name).isEmpty()) {
            registry.save(new Inbox(name, key, Secrets.NONE, null));
          }
        });
    inboxes = registry;
    handshakes = new Handshakes(registry, kept, _ -> {}, clock);
    ledger = kept;
    var ids = new DeliveryIds(clock, new SecureRandom());
    var intake = new Intake(registry, handshakes, kept, ids, _ -> {}, clock);
    opened(JettyReceiver.start(ReceiverSettings.on(port), intake));
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void stop() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public Runnable readyToKill() {
    return this::stop;
  }

  @Override
  public void awaitEnd() {
    // stop() has waited
  }

  /** Both, as far as they have no secret yet. */
  void arm() {
    unsettled().forEach(name -> handshakes().arm(name, Handshakes.LONGEST_WINDOW));
  }

  void settle() {
    unsettled().forEach(handshakes()::settle);
  }

  private List<InboxName> unsettled() {
    return Objects.requireNonNull(inboxes).inboxes().stream()
        .filter(inbox -> inbox.secrets().confirmed() == null)
        .map(Inbox::name)
        .toList();
  }

  private Handshakes handshakes() {
    return Objects.requireNonNull(handshakes);
  }

  /** The bodies of all that is kept. */
  String received() throws IOException {
    var all = new StringBuilder();
    try {
      for (Entry entry :
          Objects.requireNonNull(ledger).read(Position.START, 10_000, Duration.ZERO)) {
        if (entry instanceof Entry.Kept kept) {
          all.append(kept.judged().delivery().body().text()).append('\n');
        }
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return all.toString();
  }
}
