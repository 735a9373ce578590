package webhookinspector.stream;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import webhookinspector.asana.http.AsanaSettings;
import webhookinspector.asana.http.HttpAsana;
import webhookinspector.delivery.Body;
import webhookinspector.event.Event;
import webhookinspector.event.Page;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Entry;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.registry.sqlite.SqliteRegistry;

/** A folder and an Asana, and a clock that jumps whenever the stream rests. */
final class Stage implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");
  static final String RESOURCE = "1200000000000101";

  final SqliteLedger ledger;
  final SqliteRegistry registry;
  final List<Gap> gaps = new ArrayList<>();
  final List<Standing> standings = new ArrayList<>();
  final List<Duration> rests = new ArrayList<>();
  private final HttpAsana asana;
  private final InstantSource clock;
  private final Rest jump;

  /**
   * @param jump lets the clock jump
   */
  Stage(Path folder, URI base, InstantSource clock, Rest jump) {
    this(folder, base, clock, jump, Duration.ofSeconds(60));
  }

  /**
   * @param timeout of a call, in real time
   */
  Stage(Path folder, URI base, InstantSource clock, Rest jump, Duration timeout) {
    this.clock = clock;
    this.jump = jump;
    ledger = SqliteLedger.open(folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, clock);
    registry = SqliteRegistry.open(folder.resolve("registry.db"));
    var settings = AsanaSettings.of(base, () -> "token-for-tests", false).withTimeout(timeout);
    asana = new HttpAsana(settings, clock, new Random(1));
  }

  /** A clock of its own, at {@link #NOON}. */
  static final class Clock implements InstantSource {
    private Instant now = NOON;

    @Override
    public synchronized Instant instant() {
      return now;
    }

    synchronized void jump(Duration by) {
      now = now.plus(by);
    }
  }

  /** Follows until the stream ends or has rested so often. */
  void follow(Manner manner, int mostRests) {
    follow(RESOURCE, manner, mostRests);
  }

  void follow(String resource, Manner manner, int mostRests) {
    follow(resource, manner, mostRests, ledger);
  }

  /**
   * @param keeper the ledger, or something around it
   */
  void follow(String resource, Manner manner, int mostRests, Ledger keeper) {
    Rest counted =
        duration -> {
          rests.add(duration);
          jump.of(duration);
          if (rests.size() >= mostRests) {
            throw new InterruptedException("enough");
          }
        };
    rests.clear();
    var means =
        new Means(
            asana,
            keeper,
            registry,
            gaps::add,
            new DeliveryIds(clock, new Random(2)),
            clock,
            new Random(3),
            counted);
    var turns = new Turns(clock, jump);
    try {
      new Follower(means, turns, resource, manner, standings::add).follow();
    } catch (InterruptedException e) {
      // as was wanted
    }
  }

  /** Bodies of the pages that are kept, oldest first. */
  List<Body> kept() {
    try {
      return ledger.read(Position.START, 10_000, Duration.ZERO).stream()
          .map(entry -> ((Entry.Kept) entry).judged().delivery().body())
          .toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Stream<Event> events() {
    return kept().stream().flatMap(body -> Page.of(body).orElseThrow().events().stream());
  }

  @Override
  public void close() {
    ledger.close();
    registry.close();
  }
}
