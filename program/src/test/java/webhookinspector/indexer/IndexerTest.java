package webhookinspector.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.feed.Broadcast;
import webhookinspector.feed.Line;
import webhookinspector.history.Arrivals;
import webhookinspector.history.FilterParser;
import webhookinspector.history.Happenings;
import webhookinspector.history.History;
import webhookinspector.history.HistoryTrouble;
import webhookinspector.history.Known;
import webhookinspector.history.Overview;
import webhookinspector.history.Query;
import webhookinspector.history.sqlite.SqliteHistory;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.DeliveryLine;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Names;
import webhookinspector.inspection.Timeline;
import webhookinspector.ledger.Ledger;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;

class IndexerTest {

  private static final Judgement FORGED = new Judgement(false, "forged", "wrong secret", false);
  private static final Judgement AUTHENTIC = new Judgement(false, "authentic", "signed", true);

  @TempDir Path folder;

  private final DeliveryIds ids = new DeliveryIds(InstantSource.system(), new Random(1));
  private final List<DeliveryLine> told = new CopyOnWriteArrayList<>();
  private final List<Optional<String>> trouble = new CopyOnWriteArrayList<>();
  private final Map<DeliveryId, Marking> markings = new ConcurrentHashMap<>();
  private final Broadcast feed = new Broadcast();
  private Ledger ledger;
  private History history;
  private Indexer indexer;

  @BeforeEach
  void opens() {
    ledger =
        SqliteLedger.open(
            folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.system());
    history = SqliteHistory.open(folder.resolve("history.db"));
    feed.watch(line -> told.add(((Line.OfDelivery) line).delivery()), 10_000);
    indexer = started(history);
  }

  @AfterEach
  void closes() {
    indexer.close();
    feed.close();
    history.close();
    ledger.close();
  }

  private Indexer started(History into) {
    var started =
        new Indexer(
            ledger,
            into,
            feed,
            name -> Optional.of("77"),
            Names.none(),
            id -> markings.getOrDefault(id, Marking.NONE),
            trouble::add);
    started.start();
    return started;
  }

  private Judged judged(String body, Judgement judgement) {
    return new Judged(
        ids.next(),
        new InboxName("board"),
        Source.WEBHOOK,
        new Delivery(Instant.parse("2026-06-12T08:00:00Z"), Headers.none(), Body.of(body)),
        judgement,
        200);
  }

  private Judged event(int n) {
    return judged(
        "{\"events\":[{\"action\":\"deleted\",\"resource\":{\"gid\":\"" + n + "\"}}]}", AUTHENTIC);
  }

  private void indexedSoon() throws InterruptedException {
    assertThat(indexer.awaitIndexed(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void addsToTheHistoryBeforeItTellsTheFeed() {
    Judged judged = event(1);
    ledger.append(judged);
    await().until(() -> !told.isEmpty());
    DeliveryLine line = told.getFirst();
    assertThat(line.id()).isEqualTo(judged.id().text());
    assertThat(line.webhook()).isEqualTo("77");
    assertThat(history.find(line.id())).contains(line);
  }

  @Test
  void tellsWithinTheBudget() {
    ledger.append(event(0));
    await().until(() -> told.size() == 1);
    var millis =
        IntStream.range(1, 40)
            .mapToLong(
                n -> {
                  ledger.append(event(n));
                  long start = System.nanoTime();
                  await()
                      .pollInterval(Duration.ofMillis(1))
                      .pollDelay(Duration.ZERO)
                      .until(() -> told.size() == n + 1);
                  return (System.nanoTime() - start) / 1_000_000;
                })
            .sorted()
            .toArray();
    assertThat(millis[millis.length / 2]).as("median of %s ms", millis.length).isLessThan(100);
  }

  @Test
  void tellsEachOnceAndInOrderWhileManyCome() throws InterruptedException {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 1_000).forEach(n -> callers.execute(() -> ledger.append(event(n))));
    }
    indexedSoon();
    await().until(() -> told.size() == 1_000);
    assertThat(told).extracting(DeliveryLine::position).isSorted().doesNotHaveDuplicates();
    assertThat(history.count(Query.ALL)).isEqualTo(1_000);
  }

  @Test
  void goesOnAfterARestartWithoutLossOrDoubles() throws InterruptedException {
    IntStream.range(0, 300).forEach(n -> ledger.append(event(n)));
    await().until(() -> told.size() > 10);
    indexer.close();
    int before = told.size();
    IntStream.range(0, 50).forEach(n -> ledger.append(event(1_000 + n)));
    indexer = started(history);
    indexedSoon();
    assertThat(history.count(Query.ALL)).isEqualTo(350);
    assertThat(history.indexed()).isEqualTo(ledger.last());
    assertThat(told).as("what was kept before the start is old news").hasSize(before);
  }

  @Test
  void updatesWhatIsJudgedAgainAndTellsIt() throws InterruptedException {
    Judged judged = judged("{\"events\":[]}", FORGED);
    ledger.quarantine(judged);
    await().until(() -> told.size() == 1);
    ledger.judgeAgain(judged.id(), AUTHENTIC);
    await().until(() -> told.size() == 2);
    assertThat(told).extracting(DeliveryLine::verdict).containsExactly("forged", "authentic");
    indexedSoon();
    assertThat(history.count(Query.ALL)).isEqualTo(1);
    assertThat(history.find(judged.id().text()).orElseThrow().verdict()).isEqualTo("authentic");
  }

  @Test
  void bringsAMarkingAlongWhetherItCameBeforeOrAfterTheDelivery() throws InterruptedException {
    Judged early = event(1);
    Judged late = event(2);
    markings.put(early.id(), Marking.NONE.pinned(true));
    ledger.append(early);
    ledger.append(late);
    indexedSoon();
    markings.put(late.id(), Marking.NONE.noting("look at the Umlaut Ä"));
    assertThat(indexer.refresh(late.id()).orElseThrow().note()).isEqualTo("look at the Umlaut Ä");
    await().until(() -> told.size() == 3);
    assertThat(told.getFirst().pinned()).isTrue();
    assertThat(told.getLast()).isEqualTo(history.find(late.id().text()).orElseThrow());
    assertThat(matching("pinned=yes")).containsExactly(early.id().text());
    assertThat(matching("umlaut pinned=no")).containsExactly(late.id().text());
    indexer.rebuild();
    indexedSoon();
    assertThat(matching("pinned=yes or umlaut")).hasSize(2);
  }

  private List<String> matching(String filter) {
    var query = new Query(FilterParser.parse(filter, Instant.EPOCH), null, null);
    return history.list(query, 10).stream().map(DeliveryLine::id).toList();
  }

  @Test
  void refreshesNothingThatTheLedgerDoesNotHave() {
    assertThat(indexer.refresh(ids.next())).isEmpty();
  }

  @Test
  void buildsTheHistoryAnew() throws InterruptedException {
    IntStream.range(0, 700).forEach(n -> ledger.append(event(n)));
    indexedSoon();
    history.clear();
    assertThat(history.count(Query.ALL)).isZero();
    indexer.rebuild();
    indexedSoon();
    assertThat(history.count(Query.ALL)).isEqualTo(700);
    await().until(() -> told.size() == 700);
  }

  @Test
  void clearsAHistoryThatBelongsToAnotherLedger() throws InterruptedException {
    indexer.close();
    history.add(List.of(), new Position(5_000));
    ledger.append(event(1));
    indexer = started(history);
    indexedSoon();
    assertThat(history.count(Query.ALL)).isEqualTo(1);
  }

  @Test
  void tellsTheFeedAlthoughTheHistoryFailsAndCatchesUp() throws InterruptedException {
    indexer.close();
    var breaking = new BreakingHistory(history);
    indexer = started(breaking);
    breaking.broken = true;
    IntStream.range(0, 20).forEach(n -> ledger.append(event(n)));
    await().until(() -> told.size() == 20);
    assertThat(trouble).containsExactly(Optional.of("history: disk full"));
    assertThat(history.count(Query.ALL)).isZero();
    breaking.broken = false;
    indexedSoon();
    assertThat(history.count(Query.ALL)).isEqualTo(20);
    assertThat(told).as("nothing is told twice").hasSize(20);
    assertThat(trouble).hasSize(2).last().isEqualTo(Optional.empty());
  }

  /** Fails on command, as on a full disk. */
  private static final class BreakingHistory implements History {
    private final History real;
    private volatile boolean broken;

    BreakingHistory(History real) {
      this.real = real;
    }

    @Override
    public Position indexed() {
      return real.indexed();
    }

    @Override
    public List<Optional<DeliveryLine>> add(List<Inspected> inspected, Position upTo) {
      if (broken) {
        throw new HistoryTrouble("history: disk full");
      }
      return real.add(inspected, upTo);
    }

    @Override
    public List<DeliveryLine> list(Query query, int limit, int skip) {
      return real.list(query, limit, skip);
    }

    @Override
    public Overview overview(Query query) {
      return real.overview(query);
    }

    @Override
    public List<Arrivals> arrivals(Query query, Instant from, Duration step, int steps) {
      return real.arrivals(query, from, step, steps);
    }

    @Override
    public boolean believedBefore(DeliveryLine line) {
      return real.believedBefore(line);
    }

    @Override
    public long count(Query query) {
      return real.count(query);
    }

    @Override
    public Happenings about(String gid, Timeline.@Nullable Place before, int limit) {
      return real.about(gid, before, limit);
    }

    @Override
    public List<Known> named(String part, int limit) {
      return real.named(part, limit);
    }

    @Override
    public List<DeliveryLine> startingWith(String idPrefix, int limit) {
      return real.startingWith(idPrefix, limit);
    }

    @Override
    public void drop(List<String> ids) {
      real.drop(ids);
    }

    @Override
    public boolean shrink() {
      return real.shrink();
    }

    @Override
    public void clear() {
      real.clear();
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
