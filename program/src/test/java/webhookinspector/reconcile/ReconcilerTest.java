package webhookinspector.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import webhookinspector.asana.Asana.Modified;
import webhookinspector.event.Ref;
import webhookinspector.faults.Fault;
import webhookinspector.inbox.Bookmark;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Position;
import webhookinspector.ledger.Stored;
import webhookinspector.reconcile.Report.Item;
import webhookinspector.registry.Alert;
import webhookinspector.subscription.Filter;

/** What the account says when the sender loses deliveries, and when it does not. */
class ReconcilerTest {

  private static final int CHANGES = 60;

  @TempDir Path folder;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void listsExactlyWhatTheSenderLost(int seed) throws Exception {
    try (var office = new Office(folder, seed)) {
      office.inject(Fault.lost().withProbability(0.01));
      office.work(CHANGES);
      Report report = office.report();
      assertThat(report.streamOnly())
          .extracting(Item::fingerprint)
          .containsExactlyInAnyOrderElementsOf(office.lost());
      assertThat(report.unseen()).isEmpty();
      assertThat(report.webhookOnly()).isEmpty();
      assertThat(report.balances()).isEqualTo(office.lost().isEmpty());
    }
  }

  @Test
  void saysThatNothingIsMissingWhenNothingIs() throws Exception {
    try (var office = new Office(folder, 7)) {
      office.work(CHANGES);
      Report report = office.report();
      assertThat(report.balances()).as(report.toString()).isTrue();
      assertThat(report.both()).isGreaterThanOrEqualTo(CHANGES);
    }
  }

  @Test
  void takesNothingForLostThatWeDroppedOurselves() throws Exception {
    try (var office = new Office(folder, 7)) {
      office.work(CHANGES);
      List<Stored> kept = office.ledger.thinning().stored(Position.START, 10_000);
      Stored middle = kept.get(kept.size() / 2);
      office.ledger.thinning().drop(List.of(middle.id()), "asked for");
      Report report = office.report();
      assertThat(report.streamOnly()).isEmpty();
      assertThat(report.window().from()).isAfter(middle.keptAt());
      assertThat(report.both()).isPositive();
    }
  }

  @Test
  void isNotConfusedByBatchesRepeatsAndDisorder() throws Exception {
    try (var office = new Office(folder, 3)) {
      office.inject(Fault.doubled().withProbability(0.3));
      office.inject(Fault.reordered().withProbability(0.2).times(5));
      office.work(CHANGES);
      office.simulator.advance(Duration.ofMinutes(10));
      assertThat(office.report().balances()).as(office.report().toString()).isTrue();
    }
  }

  @Test
  void asksOfAWebhookOnlyWhatItsFiltersLetThrough() throws Exception {
    try (var office = new Office(folder, 5, Filter.parse("resource_type=task,action=changed"))) {
      office.work(CHANGES);
      Report report = office.report();
      assertThat(report.balances()).as(report.toString()).isTrue();
      assertThat(report.filtered()).isPositive();
    }
  }

  @Test
  void seesAChangeThatNobodyTold() throws Exception {
    try (var office = new Office(folder, 5)) {
      Ref task = office.simulator.changes().createTask(office.simulator.project(), "Fix login");
      office.simulator.advance(Duration.ofMinutes(1));
      office.registry.save(
          new Bookmark(
              office.simulator.project().gid(),
              office.asana.events(office.simulator.project().gid(), null).sync(),
              office.ledger.last(),
              office.simulator.now()));
      office.inject(Fault.lost());
      office.simulator.changes().rename(task, "Fix the login");
      office.simulator.advance(Duration.ofMinutes(1));
      office.registry.save(
          new Bookmark(
              office.simulator.project().gid(),
              office.asana.events(office.simulator.project().gid(), null).sync(),
              office.ledger.last(),
              office.simulator.now()));
      Report report = office.report();
      assertThat(report.unseen())
          .extracting(Modified::resource)
          .extracting(Ref::gid)
          .containsExactly(task.gid());
      assertThat(report.balances()).isFalse();
    }
  }

  @Test
  void raisesAnAlertOnceForWhatIsMissing() throws Exception {
    try (var office = new Office(folder, 5)) {
      var alerts = new ArrayList<Alert>();
      var accountant =
          new Accountant(office.reconciler, alerts::add, office.simulator::now, Duration.ZERO);
      office.inject(Fault.lost().times(2));
      office.work(5);
      for (int i = 0; i < 3; i++) {
        office.simulator.advance(Duration.ofMinutes(10));
        accountant.makeWhenDue();
      }
      assertThat(alerts).extracting(Alert::topic).containsExactly("missed-by-webhook");
      assertThat(accountant.missing()).containsValue(office.lost().size());
    }
  }

  @Test
  void doesNotBalanceOverAGap() throws Exception {
    try (var office = new Office(folder, 5)) {
      Instant now = office.simulator.now();
      office.registry.note(new Gap("g", now, "stream-expired", null, null, now, null, "lost"));
      office.work(3);
      assertThat(office.report().gaps()).hasSize(1);
      assertThat(office.report().balances()).isFalse();
    }
  }

  @Test
  void saysThatThereIsNothingToCompareWithoutAStream() throws Exception {
    try (var office = new Office(folder, 5)) {
      office.registry.forgetBookmark(office.simulator.project().gid());
      assertThat(office.report().remarks()).hasSize(1);
      assertThat(office.report().balances()).isFalse();
    }
  }
}
