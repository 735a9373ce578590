package webhookinspector.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Origin;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;

/** What every {@link Ledger} promises. A new backend is done when its subclasses are green. */
public abstract class LedgerContract extends LedgerFixture {

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
}
