package webhookinspector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import webhookinspector.delivery.Delivery;
import webhookinspector.event.Ref;
import webhookinspector.faults.Fault;
import webhookinspector.sender.Attempt;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Signature;
import webhookinspector.trust.Verdict;

/** Each fault of deliveries and handshakes, over real sockets. */
class FaultsOnDeliveriesTest {

  private static final Instant START = Instant.parse("2026-06-12T08:30:00Z");

  private final Receiver receiver = new Receiver();
  private final Simulator simulator = Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(START));
  private final Asana asana = new Asana(simulator);

  @AfterEach
  void close() {
    simulator.close();
    receiver.close();
    asana.close();
  }

  private String watch() {
    simulator.changes().createTask(simulator.project(), "Fix login");
    String gid = asana.createWebhook(simulator.project(), receiver.target()).text("gid");
    simulator.advance(Duration.ofSeconds(1));
    return gid;
  }

  private void change(String... names) {
    Ref first = simulator.changes().tasks(simulator.project()).getFirst();
    for (String name : names) {
      simulator.changes().rename(first, name);
      simulator.advance(Duration.ofSeconds(2));
    }
  }

  private Verdict verdict(Delivery delivery) {
    return Verdict.of(
        delivery.headers(), delivery.body(), Secret.of(receiver.secrets().getFirst()));
  }

  private List<String> faults() {
    return simulator.attempts().stream()
        .map(Attempt::fault)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  @Test
  void losesAsOftenAsItIsTold() {
    watch();
    simulator.faults().inject(Fault.lost().times(2));
    change("a", "b", "c");
    assertThat(receiver.events()).hasSize(1);
    assertThat(faults()).containsExactly("lost", "lost");
    assertThat(simulator.faults().list().getFirst().struck()).isEqualTo(2);
    assertThat(simulator.waiting()).isZero();
  }

  @Test
  void failsAndTriesAgainWhenNobodyIsThere() {
    watch();
    simulator.faults().inject(Fault.unreachable().lasting(Duration.ofSeconds(20)));
    change("a");
    assertThat(receiver.events()).isEmpty();
    assertThat(simulator.attempts().getLast().answer().summary()).isEqualTo("connection refused");
    simulator.advance(Duration.ofMinutes(1));
    assertThat(receiver.events()).hasSize(1);
  }

  @Test
  void doublesRepeatsAndReplays() {
    watch();
    simulator.faults().inject(Fault.doubled().times(1));
    change("a");
    assertThat(receiver.events()).hasSize(2);

    simulator.faults().inject(Fault.repeated().times(1));
    change("b");
    simulator.advance(Duration.ofMinutes(1));
    assertThat(receiver.events()).hasSize(4);

    simulator.faults().inject(Fault.replayed(Duration.ofHours(1)).times(1));
    change("c");
    assertThat(receiver.events()).hasSize(5);
    simulator.advance(Duration.ofHours(1));
    assertThat(receiver.events()).hasSize(6);
    assertThat(receiver.believesAll()).isTrue();
    assertThat(receiver.bodies().stream().distinct()).hasSize(4); // with the heartbeat
  }

  @Test
  void sendsTheSecondBeforeTheFirstAndOwnsEachByItsEvents() {
    watch();
    simulator.faults().inject(Fault.reordered().times(1));
    change("a", "b");
    List<Instant> times =
        receiver.events().stream().map(webhookinspector.event.Event::createdAt).toList();
    assertThat(times).hasSize(2);
    assertThat(times.getFirst()).isAfter(times.getLast());
    assertThat(simulator.attempts().getLast().fault()).isEqualTo("reordered");
    assertThat(simulator.attempts().stream().flatMap(each -> each.events().stream()))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void sendsLateWhileOthersPass() {
    watch();
    simulator.faults().inject(Fault.late(Duration.ofMinutes(5)).times(1));
    change("a", "b");
    assertThat(receiver.events()).hasSize(1);
    simulator.advance(Duration.ofMinutes(5));
    assertThat(receiver.events()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "wrong-signature,forged",
    "no-signature,unsigned",
    "old-signature,forged",
    "upper-case-signature,forged",
    "truncated-signature,forged",
    "rewritten,forged"
  })
  void spoilsSignatures(String kind, String verdict) {
    watch();
    change("a");
    simulator.faults().inject(Fault.parse(kind + ",on=events"));
    change("b");
    Delivery spoilt = receiver.deliveries().getLast();
    assertThat(verdict(receiver.deliveries().get(1)).believable()).isTrue();
    assertThat(verdict(spoilt).believable()).isFalse();
    assertThat(verdict(spoilt).getClass().getSimpleName()).isEqualToIgnoringCase(verdict);
    assertThat(simulator.attempts().getLast().fault()).isEqualTo(kind);
  }

  @Test
  void takesTheOldSignatureFromTheDeliveryBefore() {
    watch();
    change("a");
    simulator.faults().inject(Fault.oldSignature());
    change("b");
    List<Delivery> all = receiver.deliveries();
    assertThat(all.getLast().headers().first(Signature.HEADER))
        .isEqualTo(all.get(all.size() - 2).headers().first(Signature.HEADER));
  }

  @Test
  void forgesWithoutDisturbingTheRealOne() {
    watch();
    simulator.faults().inject(Fault.forged().times(1));
    change("a");
    assertThat(receiver.deliveries()).hasSize(3);
    assertThat(verdict(receiver.deliveries().get(1)).believable()).isTrue();
    assertThat(verdict(receiver.deliveries().get(2)).believable()).isFalse();
    assertThat(receiver.events().getLast().action()).isEqualTo("deleted");
  }

  @Test
  void dripsAndCuts() {
    watch();
    simulator.faults().inject(Fault.slowDrip().times(1));
    change("a");
    assertThat(simulator.attempts().getLast().took()).isGreaterThan(Duration.ofMillis(500));
    assertThat(receiver.events()).hasSize(1);
    simulator.faults().inject(Fault.cut().times(1));
    change("b");
    assertThat(simulator.attempts().getLast().delivered()).isFalse();
    simulator.advance(Duration.ofMinutes(1));
    assertThat(receiver.events()).hasSize(2);
  }

  @Test
  void sendsOnceMoreWhenTheWebhookIsGone() {
    String gid = watch();
    change("a");
    simulator.faults().inject(Fault.afterDelete(Duration.ofMinutes(2)));
    asana.delete("/webhooks/" + gid);
    assertThat(receiver.events()).hasSize(1);
    simulator.advance(Duration.ofMinutes(2));
    assertThat(receiver.events()).hasSize(2);
    assertThat(simulator.attempts().getLast().because()).isEqualTo("the webhook is gone");
  }

  @Test
  void letsStrangersOfferSecretsBeforeDuringAndAfter() {
    simulator.faults().inject(Fault.strangerBefore());
    simulator.faults().inject(Fault.strangerDuring());
    simulator.faults().inject(Fault.strangerAfter(Duration.ofMinutes(1)));
    Asana.Answer created = asana.createWebhook(simulator.project(), receiver.target());
    String own = created.body().path("X-Hook-Secret").asString();
    assertThat(created.status()).isEqualTo(201);
    assertThat(receiver.secrets()).hasSize(3).doesNotHaveDuplicates();
    assertThat(receiver.secrets().get(1)).isEqualTo(own);
    simulator.advance(Duration.ofMinutes(1));
    assertThat(receiver.secrets()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void splitsMergesAndPilesUpBatches() {
    watch();
    simulator.faults().inject(Fault.split(1));
    simulator.team().make(3);
    simulator.advance(Duration.ofSeconds(30));
    assertThat(simulator.attempts()).allMatch(each -> each.events().size() <= 1);

    simulator.faults().clear();
    int before = receiver.deliveries().size();
    simulator.faults().inject(Fault.merged(Duration.ofMinutes(1)));
    change("a", "b", "c");
    assertThat(receiver.deliveries()).hasSize(before);
    simulator.advance(Duration.ofMinutes(1));
    assertThat(receiver.deliveries()).hasSize(before + 1);

    simulator.faults().clear();
    simulator.faults().inject(Fault.huge(5_000));
    simulator.team().make(2_000);
    simulator.advance(Duration.ofMinutes(10));
    assertThat(simulator.attempts().getLast().events()).hasSizeGreaterThan(1_000);
    assertThat(receiver.believesAll()).isTrue();
  }

  @Test
  void keepsToWhatItIsOn() {
    watch();
    simulator.faults().inject(Fault.lost().on("heartbeat"));
    change("a");
    simulator.advance(Duration.ofHours(9));
    assertThat(receiver.events()).hasSize(1);
    assertThat(faults()).containsExactly("lost");
    assertThat(simulator.attempts().getLast().kind()).isEqualTo(Attempt.Kind.HEARTBEAT);
  }

  @Test
  void beginsAndEndsWhenItIsTold() {
    watch();
    simulator
        .faults()
        .inject(Fault.lost().after(Duration.ofSeconds(2)).lasting(Duration.ofSeconds(2)));
    change("a", "b", "c");
    assertThat(receiver.events()).hasSize(2);
  }

  @Test
  void endsWhenItIsTakenAway() {
    watch();
    int lost = simulator.faults().inject(Fault.lost());
    change("a");
    assertThat(simulator.faults().remove(lost)).isTrue();
    assertThat(simulator.faults().remove(lost)).isFalse();
    change("b");
    assertThat(receiver.events()).hasSize(1);
  }

  @Test
  void jumpsAndLetsWhatFellDueHappenAtOnce() {
    watch();
    simulator.faults().inject(Fault.clockJump(Duration.ofHours(9)).after(Duration.ofSeconds(10)));
    simulator.advance(Duration.ofSeconds(11));
    assertThat(simulator.now()).isEqualTo(START.plus(Duration.ofHours(9)).plusSeconds(12));
    assertThat(receiver.deliveries()).hasSize(2);
    assertThat(simulator.attempts().getLast().sentAt())
        .isEqualTo(START.plus(Duration.ofHours(9)).plusSeconds(11));
  }

  @Test
  void drawsTheSameLotsFromTheSameSeed() {
    assertThat(lostOf(7)).isEqualTo(lostOf(7)).isNotEqualTo(lostOf(8));
  }

  private static List<Long> lostOf(long seed) {
    try (var receiver = new Receiver();
        var simulator =
            Simulator.start(SimulatorSettings.DEFAULTS.stoppedAt(START).withSeed(seed));
        var asana = new Asana(simulator)) {
      Ref task = simulator.changes().createTask(simulator.project(), "Fix login");
      asana.createWebhook(simulator.project(), receiver.target());
      simulator.faults().inject(Fault.lost().withProbability(0.3));
      for (int i = 0; i < 40; i++) {
        simulator.changes().rename(task, "name " + i);
        simulator.advance(Duration.ofSeconds(2));
      }
      List<Long> lost =
          simulator.attempts().stream()
              .filter(each -> each.fault() != null)
              .map(Attempt::number)
              .toList();
      assertThat(lost).hasSizeBetween(4, 22);
      return lost;
    }
  }
}
