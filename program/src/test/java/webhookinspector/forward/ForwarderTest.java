package webhookinspector.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Headers;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Source;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Letter;

/** What a target gets, and what it does not. */
class ForwarderTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final TestTarget app = new TestTarget();
  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage(folder);
  }

  @AfterEach
  void close() {
    app.close();
    stage.close();
  }

  private void untilGot(int count) {
    await().atMost(LONG).until(() -> app.got().size() >= count);
  }

  private void untilQuiet() {
    await().atMost(LONG).until(stage::isQuiet);
  }

  @Test
  void addsTheUsersOwnHeadersAndShowsTheirNamesOnly() {
    Headers own = Headers.of("X-Api-Key", "canary", "user-agent", "mine");
    stage.serve();
    stage.forwarder.add(Wanted.parse(app.address()).with(own));
    stage.forwarder.add(Wanted.parse(app.address() + " where kind=events"));
    stage.keep(
        "{\"events\":[{\"action\":\"changed\",\"resource\":{\"gid\":\"1\"}}]}",
        Stage.AUTHENTIC,
        Source.WEBHOOK,
        Headers.of("User-Agent", "asana", "Cookie", "a=b"));
    untilGot(1);
    TestTarget.Got got = app.got().getFirst();
    assertThat(got.header("X-Api-Key")).isEqualTo("canary");
    assertThat(got.headers().get("User-Agent")).containsExactly("mine");
    assertThat(got.headers()).doesNotContainKey("Cookie");
    assertThat(stage.forwarder.targets().toString())
        .contains("X-Api-Key", "user-agent")
        .doesNotContain("canary", "mine");
  }

  @Test
  void sendsTheVeryBytesWithTheVerySignatureAndNoMoreHeadersThanItMay() {
    stage.serve(app.address());
    String body = "{ \"events\" : [ {\"action\":\"changed\",\"resource\":{\"gid\":\"1.10\"}} ] }\n";
    Judged judged =
        stage.keep(
            body,
            Stage.AUTHENTIC,
            Source.WEBHOOK,
            Headers.of(
                "X-Hook-Signature",
                "5".repeat(64),
                "Content-Type",
                "application/json; charset=utf-8",
                "Cookie",
                "a=b",
                "Authorization",
                "Bearer canary",
                "X-Hook-Secret",
                "fingerprint:canary",
                "Connection",
                "x-canary",
                "X-Forwarded-For",
                "canary"));
    untilGot(1);
    TestTarget.Got got = app.got().getFirst();
    assertThat(got.body()).isEqualTo(judged.delivery().body());
    assertThat(got.header("X-Hook-Signature")).isEqualTo("5".repeat(64));
    assertThat(got.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(got.header("X-Inspector-Copy-Of")).isEqualTo(judged.id().text());
    assertThat(got.header("Idempotency-Key")).isEqualTo(judged.id().text());
    assertThat(new TreeSet<>(got.headers().keySet()))
        .isEqualTo(
            new TreeSet<>(
                Set.of(
                    "Host",
                    "X-hook-signature",
                    "Content-type",
                    "X-inspector-copy-of",
                    "X-inspector-try",
                    "Idempotency-key",
                    "Content-length",
                    "Connection")));
  }

  @Test
  void sendsEachBodyOnceHoweverOftenItComes() {
    stage.serve(app.address());
    IntStream.range(0, 1_000).parallel().forEach(n -> stage.arrives(Stage.event("changed", 1)));
    stage.arrives(Stage.event("changed", 2));
    untilGot(2);
    untilQuiet();
    assertThat(app.bodies()).containsExactly(Stage.event("changed", 1), Stage.event("changed", 2));
  }

  @Test
  void sendsEveryHeartbeat() {
    stage.serve(app.address());
    stage.arrives("{\"events\":[]}");
    stage.arrives("{\"events\":[]}");
    untilGot(2);
  }

  @Test
  void sendsNothingThatNobodyMayBelieveAndNoHandshakeAndNoCopy() {
    stage.serve(app.address());
    Headers none = Headers.none();
    stage.keep(Stage.event("forged", 1), Stage.FORGED, Source.WEBHOOK, none);
    var accepted = new Judgement(true, "accepted", "repeats", true);
    stage.keep("", accepted, Source.WEBHOOK, none);
    stage.keep(Stage.event("imported", 1), Stage.AUTHENTIC, Source.IMPORT, none);
    var marked = Headers.of("x-inspector-copy-of", "01J9ZZ00000000000000000001");
    stage.keep(Stage.event("copied", 1), Stage.AUTHENTIC, Source.WEBHOOK, marked);
    stage.arrives(Stage.event("changed", 1));
    untilGot(1);
    untilQuiet();
    assertThat(app.bodies()).containsExactly(Stage.event("changed", 1));
  }

  @Test
  void sendsWhatBecomesBelievableLaterAndNotItsRepeat() {
    stage.serve(app.address());
    Judged early =
        stage.keep(Stage.event("early", 1), Stage.FORGED, Source.WEBHOOK, Headers.none());
    stage.arrives(Stage.event("changed", 1));
    untilGot(1);
    stage.ledger.judgeAgain(early.id(), Stage.AUTHENTIC);
    untilGot(2);
    stage.arrives(Stage.event("early", 1));
    stage.arrives(Stage.event("changed", 2));
    untilGot(3);
    untilQuiet();
    assertThat(app.bodies())
        .containsExactly(
            Stage.event("changed", 1), Stage.event("early", 1), Stage.event("changed", 2));
  }

  @Test
  void sendsWhatAnAppHasAnsweredAsanaNoSecondTime() {
    stage.serve(app.address());
    Judged judged = stage.arrives();
    stage.ledger.answered(judged.id(), Stage.AUTHENTIC, 503);
    stage.arrives();
    untilGot(2);
    untilQuiet();
    assertThat(app.got()).hasSize(2);
  }

  @Test
  void sendsARepeatOfWhatNobodyBelieved() {
    stage.serve(app.address());
    stage.keep(Stage.event("changed", 1), Stage.FORGED, Source.WEBHOOK, Headers.none());
    await().atMost(LONG).until(() -> stage.only().behind() == 0);
    stage.arrives(Stage.event("changed", 1));
    untilGot(1);
  }

  @Test
  void givesEachTargetWhatItsFilterLetsThrough() {
    try (var other = new TestTarget()) {
      stage.serve(app.address() + " where action=added", other.address());
      stage.arrives(Stage.event("changed", 1));
      stage.arrives(Stage.event("added", 1));
      await().atMost(LONG).until(() -> other.got().size() == 2);
      untilQuiet();
      assertThat(app.bodies()).containsExactly(Stage.event("added", 1));
    }
  }

  @Test
  void sendsNothingOfWhatCameBeforeATargetWasNamed() {
    stage.arrives();
    stage.serve(app.address());
    Judged later = stage.arrives();
    untilGot(1);
    untilQuiet();
    assertThat(app.got()).hasSize(1);
    assertThat(app.got().getFirst().body()).isEqualTo(later.delivery().body());
  }

  @Test
  void keepsWhatATargetCouldNotTakeForTheNextRun() {
    stage.serve(app.address());
    app.stop();
    List<Judged> all = IntStream.range(0, 20).mapToObj(i -> stage.arrives()).toList();
    await().atMost(LONG).until(() -> stage.only().state().equals("down"));
    assertThat(stage.only().detail()).contains("nothing listens");
    stage.newRun(app.address());
    app.restart();
    untilGot(20);
    untilQuiet();
    assertThat(app.bodies())
        .containsExactlyInAnyOrderElementsOf(
            all.stream().map(judged -> judged.delivery().body().text()).toList());
  }

  @Test
  void owesATargetNothingOfTheTimeInWhichNobodyNamedIt() {
    stage.serve(app.address());
    stage.arrives();
    untilGot(1);
    stage.newRun();
    assertThat(stage.only().state()).isEqualTo("resting");
    stage.arrives();
    stage.newRun(app.address());
    Judged later = stage.arrives();
    untilGot(2);
    untilQuiet();
    assertThat(app.got()).hasSize(2);
    assertThat(app.got().getLast().body()).isEqualTo(later.delivery().body());
  }

  @Test
  void servesASavedTargetInEveryRun() {
    stage.serve();
    stage.forwarder.add(Wanted.parse(app.address()));
    stage.arrives();
    untilGot(1);
    stage.newRun();
    stage.arrives();
    untilGot(2);
    assertThat(stage.forwarder.remove(stage.only().number())).isTrue();
    assertThat(stage.forwarder.targets()).isEmpty();
    assertThat(stage.forwarder.remove(77)).isFalse();
  }

  @Test
  void givesUpInTheEndAndTriesAgainWhenAsked() {
    stage.serve(app.address());
    app.behave(TestTarget.answering(500));
    Judged judged = stage.arrives();
    await().atMost(LONG).until(() -> stage.only().dead() == 1);
    assertThat(app.got())
        .extracting(g -> g.header("X-Inspector-Try"))
        .containsExactly("1", "2", "3");
    assertThat(stage.told).contains("gave up: answered 500 (expected: 200 or 204)");
    long number = stage.only().number();
    assertThat(stage.forwarder.dead(number, 9).orElseThrow())
        .extracting(Letter::delivery)
        .containsExactly(judged.id());
    stage.newRun(app.address());
    assertThat(stage.only().dead()).isEqualTo(1);
    app.behave(TestTarget.answering(200, "welcome back"));
    assertThat(stage.forwarder.retry(number, judged.id())).contains(1);
    await().atMost(LONG).until(() -> stage.isQuiet() && stage.only().dead() == 0);
    assertThat(app.got())
        .hasSize(4)
        .extracting(g -> g.header("Idempotency-Key"))
        .containsOnly(judged.id().text());
    await().atMost(LONG).until(() -> stage.outbox.attemptsOf(judged.id(), 9).getLast().taken());
    assertThat(stage.outbox.attemptsOf(judged.id(), 9))
        .hasSize(4)
        .allMatch(attempt -> attempt.source() == Attempt.Source.FORWARD)
        .extracting(Attempt::answerBody)
        .containsExactly(null, null, null, "welcome back");
  }

  @Test
  void saysWhenATargetGoesDownAndWhenItIsBack() {
    stage.serve(app.address());
    app.stop();
    stage.arrives();
    await().atMost(LONG).until(() -> stage.only().state().equals("down"));
    app.restart();
    untilGot(1);
    untilQuiet();
    assertThat(stage.told.getLast()).isEqualTo("back");
    assertThat(stage.told).filteredOn(line -> line.startsWith("down")).hasSize(1);
    assertThat(stage.only().state()).isEqualTo("well");
  }

  @Test
  void doesNotLetATargetThatHangsHoldUpAnother() {
    try (var hanging = new TestTarget()) {
      hanging.behave(TestTarget.hanging());
      stage.serve(hanging.address(), app.address());
      var sent = new ConcurrentHashMap<String, Long>();
      IntStream.range(0, 1_000)
          .forEach(
              n -> {
                sent.put(Stage.event("changed", n), System.nanoTime());
                stage.arrives(Stage.event("changed", n));
              });
      untilGot(1_000);
      long[] took =
          app.got().stream()
              .mapToLong(got -> got.at() - sent.getOrDefault(got.body().text(), 0L))
              .sorted()
              .toArray();
      assertThat(Duration.ofNanos(took[990])).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void holdsEverythingWhilePaused() {
    stage.serve(app.address());
    long number = stage.only().number();
    assertThat(stage.forwarder.pause(number, true).orElseThrow().state()).isEqualTo("paused");
    stage.arrives();
    stage.newRun(app.address());
    await().atMost(LONG).until(() -> stage.only().waiting() == 1);
    assertThat(app.got()).isEmpty();
    stage.forwarder.pause(number, false);
    untilGot(1);
  }

  @Test
  void refusesATargetThatNothingMayEverBeSentTo() {
    stage.serve();
    for (String denied :
        List.of("http://127.0.0.1:1/", "http://10.0.0.1/", "http://169.254.169.254/")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> stage.forwarder.add(Wanted.parse(denied)));
    }
    assertThat(stage.forwarder.targets()).isEmpty();
  }

  @Test
  void leavesATargetAloneThatAsksForIt() {
    stage.serve(app.address());
    app.behave(
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "1");
          exchange.sendResponseHeaders(429, -1);
        });
    stage.arrives();
    untilGot(1);
    long asked = System.nanoTime();
    app.behave(TestTarget.answering(200));
    untilGot(2);
    assertThat(System.nanoTime() - asked).isGreaterThan(Duration.ofMillis(900).toNanos());
  }
}
