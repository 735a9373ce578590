package webhookinspector.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import webhookinspector.inbox.Judged;

/** What every {@link Ledger} promises about what nobody may believe. */
public abstract class QuarantineContract extends LedgerFixture {

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
}
