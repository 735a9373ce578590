package webhookinspector.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Origin;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;

/** What every {@link Ledger} promises. A new backend is done when its subclass is green. */
public abstract class LedgerContract {

  protected static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456789Z");
  protected static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Judgement BELIEVED_LATER =
      new Judgement(false, "authentic", "judged again once the secret was known", true);

  protected final Samples samples = new Samples(42);
  protected Ledger ledger;

  /** Opens the same ledger each time: what one has kept, the next one reads. */
  protected abstract Ledger open(LedgerSettings settings) throws Exception;

  protected void reopen(LedgerSettings settings) throws Exception {
    ledger.close();
    ledger = open(settings);
  }

  @BeforeEach
  void start() throws Exception {
    ledger = open(LedgerSettings.DEFAULTS);
  }

  @AfterEach
  void stop() {
    ledger.close();
  }

  @Test
  void startsEmpty() throws Exception {
    assertThat(ledger.last()).isEqualTo(Position.START);
    assertThat(all()).isEmpty();
    assertThat(ledger.health().well()).isTrue();
  }

  @Test
  void findsWhatWasAppendedByteForByte() {
    Judged judged = samples.believed(1_024);
    Position position = ledger.append(judged);
    assertThat(ledger.find(judged.id())).contains(new Entry.Kept(position, judged));
    assertThat(ledger.last()).isEqualTo(position);
  }

  @Test
  void keepsAnEmptyBodyAndOneOfAMegabyte() {
    for (int size : new int[] {0, 1 << 20}) {
      Judged judged = samples.believed(size);
      ledger.append(judged);
      assertThat(ledger.find(judged.id()).orElseThrow().judged()).isEqualTo(judged);
    }
  }

  @Test
  void findsTheNewestPageOfAStream() throws Exception {
    ledger.append(samples.page("stream-1"));
    Judged newest = samples.page("stream-1");
    Position position = ledger.append(newest);
    ledger.append(samples.page("stream-2"));
    ledger.append(samples.believed(100));
    for (int run = 0; run < 2; run++) {
      assertThat(ledger.newestPage(new InboxName("stream-1")))
          .contains(new Entry.Kept(position, newest));
      assertThat(ledger.newestPage(new InboxName("ads"))).isEmpty();
      reopen(LedgerSettings.DEFAULTS);
    }
  }

  @Test
  void tellsWhatIsInTheQuarantineOldestFirst() {
    Judged first = samples.junk(10);
    Judged second = samples.junk(10);
    ledger.quarantine(first);
    ledger.quarantine(second);
    ledger.append(samples.believed(10));
    assertThat(ledger.quarantined()).containsExactly(first.id(), second.id());
    ledger.judgeAgain(first.id(), Samples.AUTHENTIC);
    assertThat(ledger.quarantined()).containsExactly(second.id());
  }

  @Test
  void findsNothingUnderAnUnknownId() {
    assertThat(ledger.find(samples.believed(1).id())).isEmpty();
  }

  @Test
  void readsInTheOrderOfPositionsFromAnywhere() throws Exception {
    List<Entry> kept = appended(25);
    assertThat(all()).isEqualTo(kept);
    assertThat(ledger.read(kept.get(9).position(), 5, Duration.ZERO))
        .isEqualTo(kept.subList(10, 15));
    assertThat(ledger.read(kept.getLast().position(), 5, Duration.ZERO)).isEmpty();
  }

  @Test
  void survivesReopening() throws Exception {
    List<Entry> kept = appended(25);
    reopen(LedgerSettings.DEFAULTS);
    assertThat(all()).isEqualTo(kept);
    assertThat(ledger.append(samples.believed(1)).isAfter(kept.getLast().position())).isTrue();
  }

  @Test
  void keepsSeveralInTheirOrderAndSaysWhenOneIsKeptAlready() throws Exception {
    List<Judged> several = IntStream.range(0, 500).mapToObj(samples::believed).toList();
    List<Position> positions = ledger.appendAll(several);
    var expected = new ArrayList<Entry>();
    for (int i = 0; i < several.size(); i++) {
      expected.add(new Entry.Kept(positions.get(i), several.get(i)));
    }
    assertThat(positions).isSorted();
    assertThat(all()).isEqualTo(expected);
    List<Judged> again = List.of(samples.believed(1), several.get(7), samples.believed(1));
    assertThatExceptionOfType(NotKept.class).isThrownBy(() -> ledger.appendAll(again));
    assertThat(all()).as("the others are kept").hasSize(502);
    assertThat(ledger.appendAll(List.of())).isEmpty();
  }

  @Test
  void keepsWhatAFileSaysOfAnImportedOne() throws Exception {
    Judged claimed = samples.imported(10, new Origin(Source.WEBHOOK, Samples.AUTHENTIC));
    Judged silent = samples.imported(10, new Origin(Source.STREAM, null));
    Judged none = samples.imported(10, null);
    List<Position> positions = ledger.appendAll(List.of(claimed, silent, none));
    reopen(LedgerSettings.DEFAULTS);
    assertThat(all())
        .extracting(entry -> ((Entry.Kept) entry).judged())
        .containsExactly(claimed, silent, none);
    assertThat(ledger.find(silent.id())).contains(new Entry.Kept(positions.get(1), silent));
  }

  @Test
  void neverPutsAnImportedOneIntoTheQuarantine() throws Exception {
    reopen(new LedgerSettings(10_000, 64_000_000, 1, 1_000, Duration.ofSeconds(2)));
    List<Judged> several = Stream.generate(() -> samples.imported(100, null)).limit(5).toList();
    ledger.appendAll(several);
    several.forEach(one -> ledger.judgeAgain(one.id(), Samples.FORGED));
    ledger.quarantine(samples.junk(10));
    ledger.append(samples.believed(1));
    assertThat(several).allMatch(one -> ledger.find(one.id()).isPresent());
  }

  @Test
  void dropsDeliveriesForGoodAndRemembersThat() throws Exception {
    Judged first = samples.believed(100);
    Judged imported = samples.imported(200, new Origin(Source.WEBHOOK, Samples.AUTHENTIC));
    ledger.append(first);
    ledger.judgeAgain(first.id(), Samples.FORGED);
    ledger.append(imported);
    Judged newest = samples.believed(5_000);
    ledger.append(newest);
    Thinning thinning = ledger.thinning();
    List<DeliveryId> all =
        List.of(first.id(), imported.id(), newest.id(), samples.believed(1).id());
    Dropped dropped = thinning.drop(all, "older than 1 d");
    assertThat(dropped.deliveries()).as("the newest stays").isEqualTo(2);
    assertThat(dropped.bytes()).isGreaterThan(300);
    Position last = ledger.last();
    for (int run = 0; run < 2; run++) {
      assertThat(all()).extracting(Entry::position).hasSize(1);
      assertThat(ledger.find(first.id())).isEmpty();
      assertThat(ledger.find(newest.id())).isPresent();
      assertThat(ledger.thinning().dropped()).containsExactly(dropped);
      reopen(LedgerSettings.DEFAULTS);
    }
    assertThat(ledger.append(samples.believed(1)).isAfter(last)).isTrue();
    ledger.thinning().drop(List.of(newest.id()), "older than 1 d");
    assertThat(ledger.thinning().dropped())
        .as("one reason, one day")
        .singleElement()
        .satisfies(one -> assertThat(one.deliveries()).isEqualTo(3));
    assertThat(ledger.thinning().drop(all, "again").deliveries()).isZero();
  }

  @Test
  void neverGivesAPlaceTwiceAlthoughAJudgementWasTheNewestEntry() throws Exception {
    Judged old = samples.believed(1);
    ledger.append(old);
    ledger.append(samples.believed(1));
    Position newest = ledger.judgeAgain(old.id(), Samples.FORGED);
    ledger.thinning().drop(List.of(old.id()), "x");
    reopen(LedgerSettings.DEFAULTS);
    assertThat(ledger.last()).isEqualTo(newest);
  }

  @Test
  void tellsPlacesSizesAndAgesWithoutBytes() throws Exception {
    Judged believed = samples.believed(1_000);
    Judged junk = samples.junk(10);
    Judged imported = samples.imported(20, null);
    ledger.append(believed);
    ledger.quarantine(junk);
    ledger.append(imported);
    List<Stored> stored = ledger.thinning().stored(Position.START, 10);
    assertThat(stored)
        .extracting(Stored::id)
        .containsExactly(believed.id(), junk.id(), imported.id());
    assertThat(stored).extracting(Stored::quarantined).containsExactly(false, true, false);
    assertThat(stored.get(0).keptAt()).isEqualTo(believed.delivery().receivedAt());
    assertThat(stored.get(2).keptAt())
        .as("its age counts from here")
        .isAfter(imported.delivery().receivedAt());
    assertThat(ledger.thinning().stored(stored.get(0).position(), 1))
        .containsExactly(stored.get(1));
    Extent extent = ledger.thinning().extent();
    assertThat(extent.deliveries()).isEqualTo(2);
    assertThat(extent.bytes()).isGreaterThan(1_000);
  }

  @Test
  void sparesJunkThatSomebodyWantsAndLetsItGoAgain() throws Exception {
    reopen(new LedgerSettings(10_000, 64_000_000, 2, 1_000_000, Duration.ofSeconds(2)));
    Judged wanted = samples.junk(10);
    ledger.quarantine(wanted);
    await().until(() -> ledger.find(wanted.id()).isPresent());
    ledger.thinning().spare(wanted.id(), true);
    for (int i = 0; i < 5; i++) {
      ledger.quarantine(samples.junk(10));
    }
    ledger.append(samples.believed(1));
    assertThat(ledger.find(wanted.id())).isPresent();
    ledger.thinning().spare(wanted.id(), false);
    ledger.quarantine(samples.junk(10));
    ledger.append(samples.believed(1));
    assertThat(ledger.find(wanted.id())).isEmpty();
  }

  @Test
  void givesSpaceBackAfterADrop() throws Exception {
    List<Judged> large = Stream.generate(() -> samples.believed(1 << 18)).limit(20).toList();
    ledger.appendAll(large);
    ledger.append(samples.believed(1));
    long before = ledger.thinning().extent().bytes();
    ledger.thinning().drop(large.stream().map(Judged::id).toList(), "size");
    while (ledger.thinning().shrink()) {
      // a little at a time
    }
    assertThat(ledger.thinning().extent().bytes()).isLessThan(before / 10);
  }

  @Test
  void refusesADeliveryThatIsKeptAlready() throws Exception {
    Judged judged = samples.believed(10);
    Position position = ledger.append(judged);
    assertThatExceptionOfType(NotKept.class).isThrownBy(() -> ledger.append(judged));
    assertThat(all()).containsExactly(new Entry.Kept(position, judged));
  }

  @Test
  void refusesEverythingOnceClosed() {
    ledger.close();
    assertThatExceptionOfType(NotKept.class).isThrownBy(() -> ledger.append(samples.believed(1)));
    ledger.quarantine(samples.junk(1));
    assertThat(ledger.health().notQueued()).isEqualTo(1);
  }

  @Test
  void servesManyCallersAtOnceWithoutLosingOrMixingAny() throws Exception {
    var tasks = new ArrayList<Callable<Entry>>();
    for (int i = 0; i < 2_000; i++) {
      Judged judged = samples.believed(i % 700);
      tasks.add(() -> new Entry.Kept(ledger.append(judged), judged));
    }
    var expected = new ArrayList<Entry>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Entry> done : callers.invokeAll(tasks)) {
        expected.add(done.get());
      }
    }
    expected.sort((a, b) -> a.position().compareTo(b.position()));
    assertThat(all()).isEqualTo(expected);
    reopen(LedgerSettings.DEFAULTS);
    assertThat(all()).isEqualTo(expected);
    assertThat(expected.stream().map(Entry::position).distinct()).hasSize(2_000);
  }

  @Test
  void wakesAFollowerWhenSomethingComes() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Entry>> follower =
          threads.submit(() -> ledger.read(Position.START, 10, Duration.ofSeconds(20)));
      Judged judged = samples.believed(10);
      Position position = ledger.append(judged);
      assertThat(follower.get()).containsExactly(new Entry.Kept(position, judged));
    }
  }

  @Test
  void letsAFollowerGoEmptyHandedAfterItsPatience() throws Exception {
    assertThat(ledger.read(Position.START, 10, Duration.ofMillis(20))).isEmpty();
  }

  @Test
  void keepsALaterJudgementAsAnEntryOfItsOwn() throws Exception {
    Judged judged = samples.junk(10);
    Position first = ledger.append(judged);
    Position second = ledger.judgeAgain(judged.id(), BELIEVED_LATER);
    assertThat(second.isAfter(first)).isTrue();
    for (int run = 0; run < 2; run++) {
      assertThat(all())
          .containsExactly(
              new Entry.Kept(first, judged),
              new Entry.JudgedAgain(second, judged.id(), BELIEVED_LATER, NOW));
      assertThat(ledger.find(judged.id()).orElseThrow().judged().judgement())
          .isEqualTo(BELIEVED_LATER);
      reopen(LedgerSettings.DEFAULTS);
    }
  }

  @Test
  void remembersWhatReallyWentBackWhateverIsJudgedAfterwards() throws Exception {
    Judged judged = samples.believed(10);
    Position first = ledger.append(judged);
    Position second = ledger.answered(judged.id(), judged.judgement(), 503);
    Position third = ledger.judgeAgain(judged.id(), BELIEVED_LATER);
    for (int run = 0; run < 2; run++) {
      assertThat(all())
          .containsExactly(
              new Entry.Kept(first, judged),
              new Entry.JudgedAgain(second, judged.id(), judged.judgement(), NOW, 503),
              new Entry.JudgedAgain(third, judged.id(), BELIEVED_LATER, NOW));
      Judged now = ledger.find(judged.id()).orElseThrow().judged();
      assertThat(now.answer()).isEqualTo(503);
      assertThat(now.judgement()).isEqualTo(BELIEVED_LATER);
      reopen(LedgerSettings.DEFAULTS);
    }
  }

  @Test
  void cannotJudgeWhatItDoesNotHave() throws Exception {
    DeliveryId unknown = samples.junk(1).id();
    assertThatExceptionOfType(NotKept.class)
        .isThrownBy(() -> ledger.judgeAgain(unknown, BELIEVED_LATER))
        .withMessageContaining(unknown.text());
    assertThat(all()).isEmpty();
  }

  @Test
  void quarantinedOnesStandInTheSameOrder() throws Exception {
    Judged first = samples.believed(10);
    Judged second = samples.junk(10);
    Judged third = samples.believed(10);
    ledger.append(first);
    ledger.quarantine(second);
    ledger.append(third);
    assertThat(all()).extracting(this::judged).containsExactly(first, second, third);
  }

  @Test
  void letsTheOldestJunkMakeRoomAndNothingThatIsBelieved() throws Exception {
    reopen(quarantineOf(3, 1_000_000));
    Judged believed = samples.believed(10);
    ledger.append(believed);
    List<Judged> junk = quarantined(8, 10);
    List<Judged> expected = new ArrayList<>(List.of(believed));
    expected.addAll(junk.subList(5, 8));
    reopen(quarantineOf(3, 1_000_000));
    assertThat(all()).extracting(this::judged).isEqualTo(expected);
  }

  @Test
  void boundsJunkByItsBytesToo() throws Exception {
    reopen(quarantineOf(1_000, 10_000));
    List<Judged> junk = quarantined(8, 3_000);
    reopen(quarantineOf(1_000, 10_000));
    assertThat(all()).extracting(this::judged).isEqualTo(junk.subList(5, 8));
  }

  @Test
  void aLaterJudgementFreesFromTheQuarantineOrPutsIn() throws Exception {
    reopen(quarantineOf(2, 1_000_000));
    Judged freed = samples.junk(10);
    Judged doomed = samples.believed(10);
    ledger.quarantine(freed);
    ledger.append(doomed);
    ledger.judgeAgain(freed.id(), BELIEVED_LATER);
    ledger.judgeAgain(doomed.id(), Samples.FORGED);
    quarantined(5, 10);
    ledger.append(samples.believed(1));
    assertThat(ledger.find(freed.id())).isPresent();
    assertThat(ledger.find(doomed.id())).isEmpty();
  }

  @Test
  void refusesAtOnceWhenTooManyBytesWait() throws Exception {
    reopen(new LedgerSettings(10, 1_000, 1_000, 1_000_000, Duration.ofSeconds(2)));
    assertThatExceptionOfType(NotKept.class)
        .isThrownBy(() -> ledger.append(samples.believed(2_000)));
    ledger.quarantine(samples.junk(500));
    assertThat(ledger.health().notQueued()).isEqualTo(1);
    assertThat(ledger.append(samples.believed(500))).isNotNull();
  }

  @Test
  void countsWhatItKept() throws Exception {
    appended(7);
    quarantined(2, 10);
    await().untilAsserted(() -> assertThat(ledger.health().kept()).isEqualTo(9));
    assertThat(ledger.health().commits()).isBetween(1L, 9L);
  }

  private List<Entry> appended(int number) {
    var kept = new ArrayList<Entry>();
    for (int i = 0; i < number; i++) {
      Judged judged = samples.believed(100 + i);
      kept.add(new Entry.Kept(ledger.append(judged), judged));
    }
    return kept;
  }

  private List<Judged> quarantined(int number, int size) {
    var junk = new ArrayList<Judged>();
    for (int i = 0; i < number; i++) {
      junk.add(samples.junk(size));
      ledger.quarantine(junk.getLast());
    }
    return junk;
  }

  private static LedgerSettings quarantineOf(int number, long bytes) {
    return new LedgerSettings(10_000, 64_000_000, number, bytes, Duration.ofSeconds(2));
  }

  private Judged judged(Entry entry) {
    return ((Entry.Kept) entry).judged();
  }

  protected List<Entry> all() throws Exception {
    return ledger.read(Position.START, 10_000, Duration.ZERO);
  }
}
