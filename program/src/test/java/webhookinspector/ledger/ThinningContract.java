package webhookinspector.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Origin;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;

/** What every {@link Thinning} promises. */
public abstract class ThinningContract extends LedgerFixture {

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
}
