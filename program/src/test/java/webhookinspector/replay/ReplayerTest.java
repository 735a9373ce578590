package webhookinspector.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Delivery;
import webhookinspector.delivery.Headers;
import webhookinspector.egress.Target;
import webhookinspector.egress.TargetPolicy;
import webhookinspector.egress.socket.Resolver;
import webhookinspector.egress.socket.SocketOutbound;
import webhookinspector.feed.ReplayLine;
import webhookinspector.history.FilterExpression;
import webhookinspector.history.FilterParser;
import webhookinspector.history.sqlite.SqliteHistory;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Judged;
import webhookinspector.inbox.Judgement;
import webhookinspector.inbox.Position;
import webhookinspector.inbox.Source;
import webhookinspector.inspection.Inspected;
import webhookinspector.inspection.Inspector;
import webhookinspector.inspection.Names;
import webhookinspector.ledger.LedgerSettings;
import webhookinspector.ledger.sqlite.SqliteLedger;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.sqlite.SqliteOutbox;
import webhookinspector.registry.sqlite.SqliteRegistry;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;
import webhookinspector.trust.Signature;

/** Real files, a real target on loopback. */
class ReplayerTest {

  private static final Instant NOON = Instant.parse("2026-06-12T12:00:00Z");
  private static final Secret SECRET = Secret.of("b537207f20cbfa02357cf448134da559");
  private static final InboxName BOARD = new InboxName("build-board");
  private static final InboxName GONE = new InboxName("gone");

  @TempDir Path folder;

  private final DeliveryIds ids = new DeliveryIds(() -> NOON, new Random(1));
  private final List<Attempt> told = new CopyOnWriteArrayList<>();
  private final List<ReplayLine> progress = new CopyOnWriteArrayList<>();
  private final List<Inspected> inspected = new ArrayList<>();
  private ReplayTarget target;
  private Replayer.Files files;
  private Replayer replayer;

  @BeforeEach
  void open() {
    target = new ReplayTarget();
    files =
        new Replayer.Files(
            SqliteLedger.open(
                folder.resolve("ledger.db"), LedgerSettings.DEFAULTS, InstantSource.fixed(NOON)),
            SqliteHistory.open(folder.resolve("history.db")),
            SqliteRegistry.open(folder.resolve("registry.db")),
            SqliteOutbox.open(folder.resolve("outbox.db")));
    files
        .registry()
        .save(new Inbox(BOARD, InboxKey.random(new Random(2)), Secrets.settled(SECRET), null));
    replayer =
        new Replayer(
            files,
            () ->
                new SocketOutbound(
                    new TargetPolicy(java.util.Set.of(), List.of()),
                    Resolver.SYSTEM,
                    (SSLSocketFactory) SSLSocketFactory.getDefault()),
            InstantSource.fixed(NOON),
            new Random(3),
            Ticker.SYSTEM,
            reporter());
  }

  private Replayer.Reporter reporter() {
    return new Replayer.Reporter() {
      @Override
      public void sent(Sent sent, @Nullable String replay) {
        told.add(sent.attempt());
      }

      @Override
      public void progress(ReplayLine line) {
        progress.add(line);
      }
    };
  }

  @AfterEach
  void close() throws Exception {
    replayer.close();
    files.history().close();
    files.outbox().close();
    files.registry().close();
    files.ledger().close();
    target.close();
  }

  private DeliveryId keep(InboxName inbox, boolean handshake, String body) {
    String signature = Signature.of(SECRET, Body.of(body)).hex();
    var judged =
        new Judged(
            ids.next(),
            inbox,
            Source.WEBHOOK,
            new Delivery(
                NOON.plusMillis(10L * inspected.size()),
                Headers.of("content-TYPE", "application/json", "X-Hook-Signature", signature),
                Body.of(body)),
            new Judgement(handshake, handshake ? "pending" : "authentic", "signed", true),
            200);
    Position position = files.ledger().append(judged);
    var one = Inspector.inspect(position, judged, null, Names.none());
    inspected.add(one);
    files.history().add(List.of(one), position);
    return judged.id();
  }

  private Target there() {
    return Target.parse(target.address());
  }

  private Plan plan(int concurrency, Signing signing) {
    return new Plan(there(), new Spacing(2), Mixing.NONE, concurrency, signing);
  }

  private static Wanted matching(String filter) {
    return new Wanted.Matching(FilterParser.parse(filter, NOON));
  }

  private ReplayLine whole(Wanted wanted, Plan plan) {
    String id = replayer.begin(wanted, plan, false).line().id();
    await().until(() -> !replayer.find(id).orElseThrow().isRunning());
    return replayer.find(id).orElseThrow();
  }

  @Test
  void sendsTheVeryBytesWithTheVerySignature() {
    DeliveryId id = keep(BOARD, false, "{\"events\": [ ]}");
    Sent sent = replayer.one(id, there(), Signing.AS_IT_CAME, null).orElseThrow();
    assertThat(sent.attempt().taken()).isTrue();
    assertThat(sent.attempt().marker()).isEqualTo(id.text());
    assertThat(target.got().getFirst().body()).isEqualTo(Body.of("{\"events\": [ ]}"));
    assertThat(target.got().getFirst().isSignedWith(SECRET)).isTrue();
    assertThat(files.outbox().attemptsOf(id, 9)).hasSize(1);
    assertThat(told).hasSize(1);
  }

  @Test
  void signsAnEditedBodyWithTheSecretOfItsInboxAndMarksItForEver() {
    DeliveryId id = keep(BOARD, false, "{\"events\":[]}");
    Body edited = Body.of("{\"events\":[1]}");
    Sent sent = replayer.one(id, there(), Signing.OWN, edited).orElseThrow();
    assertThat(target.got().getFirst().body()).isEqualTo(edited);
    assertThat(target.got().getFirst().isSignedWith(SECRET)).isTrue();
    assertThat(target.got().getFirst().marker()).isEqualTo(id + "; signed-anew; edited");
    assertThat(sent.signedWith()).isEqualTo(SECRET);
    assertThat(files.outbox().attemptsOf(id, 9))
        .extracting(Attempt::marker)
        .containsExactly(id + "; signed-anew; edited");
  }

  @Test
  void isNoOtherDeliveryWhereTheSameSecretSignsTheSameBytes() {
    DeliveryId id = keep(BOARD, false, "{\"events\":[]}");
    replayer.one(id, there(), Signing.OWN, Body.of("{\"events\":[]}"));
    assertThat(target.got().getFirst().marker()).isEqualTo(id.text());
  }

  @Test
  void makesAThrowAwaySecretForEachReplay() {
    DeliveryId id = keep(GONE, false, "{\"events\":[]}");
    Secret one = thrownAwayFor(id);
    Secret other = thrownAwayFor(id);
    assertThat(one).isNotEqualTo(other);
    assertThat(target.got().get(0).isSignedWith(one)).isTrue();
    assertThat(target.got().get(1).isSignedWith(other)).isTrue();
    assertThat(target.got().getFirst().marker()).isEqualTo(id + "; signed-anew");
  }

  private Secret thrownAwayFor(DeliveryId id) {
    Sent sent = replayer.one(id, there(), Signing.THROW_AWAY, null).orElseThrow();
    return Objects.requireNonNull(sent.signedWith());
  }

  @Test
  void cannotSignForAnInboxWithoutASecret() {
    DeliveryId id = keep(GONE, false, "{}");
    assertThatThrownBy(() -> replayer.one(id, there(), Signing.OWN, null))
        .isInstanceOf(CannotSign.class)
        .hasMessageStartingWith("sign: own: inbox gone has no secret");
    assertThat(target.got()).isEmpty();
  }

  @Test
  void sendsAllThatMatchInTheirOrderAndLeavesOutHandshakes() {
    keep(BOARD, true, "");
    List<DeliveryId> kept =
        IntStream.range(0, 30).mapToObj(i -> keep(BOARD, false, "{\"n\":" + i + "}")).toList();
    ReplayLine line = whole(matching(""), plan(1, Signing.AS_IT_CAME));
    assertThat(target.deliveries()).isEqualTo(kept.stream().map(DeliveryId::text).toList());
    assertThat(line.state()).isEqualTo("done");
    assertThat(line.taken()).isEqualTo(30);
    assertThat(line.leftOut()).isEqualTo(1);
    assertThat(line.lasts()).isEqualTo(145);
    assertThat(progress.getLast()).isEqualTo(line);
    assertThat(kept).allMatch(id -> files.outbox().attemptsOf(id, 9).size() == 1);
  }

  @Test
  void signsASetWithOneThrowAwaySecret() {
    keep(BOARD, false, "{\"n\":1}");
    keep(GONE, false, "{\"n\":2}");
    Begun begun = replayer.begin(matching(""), plan(2, Signing.THROW_AWAY), false);
    await().until(() -> target.got().size() == 2);
    Secret secret = begun.thrownAway();
    assertThat(target.got()).allMatch(got -> got.isSignedWith(Objects.requireNonNull(secret)));
  }

  @Test
  void stopsAndSaysWhatWasSent() throws InterruptedException {
    IntStream.range(0, 5).forEach(i -> keep(BOARD, false, "{\"n\":" + i + "}"));
    keepMuchLater();
    String id = replayer.begin(matching(""), plan(1, Signing.AS_IT_CAME), false).line().id();
    await().until(() -> target.got().size() == 5);
    ReplayLine line = replayer.stop(id).orElseThrow();
    assertThat(line.state()).isEqualTo("stopped");
    assertThat(line.sent()).isEqualTo(5);
    assertThat(line.planned()).isEqualTo(6);
    assertThat(replayer.list()).containsExactly(line);
  }

  /** By the timetable, an hour after the others. */
  private void keepMuchLater() {
    var body = Body.of("{}");
    var delivery = new Delivery(NOON.plusSeconds(7_200), Headers.none(), body);
    var judgement = new Judgement(false, "authentic", "signed", true);
    var judged = new Judged(ids.next(), BOARD, Source.WEBHOOK, delivery, judgement, 200);
    Position position = files.ledger().append(judged);
    files.history().add(List.of(Inspector.inspect(position, judged, null, Names.none())), position);
  }

  @Test
  void sendsNothingInADryRun() {
    keep(BOARD, false, "{}");
    Begun begun = replayer.begin(matching(""), plan(1, Signing.THROW_AWAY), true);
    assertThat(begun.line().state()).isEqualTo("planned");
    assertThat(begun.line().planned()).isEqualTo(1);
    assertThat(begun.thrownAway()).isNull();
    assertThat(replayer.list()).isEmpty();
    assertThat(target.got()).isEmpty();
  }

  @Test
  void sendsEachOfThoseNamedOnce() {
    keep(BOARD, false, "{\"n\":1}");
    keep(BOARD, false, "{\"n\":2}");
    var lines = inspected.stream().map(Inspected::line).toList();
    var twice = new ArrayList<>(lines);
    twice.addAll(lines);
    ReplayLine line = whole(new Wanted.Named(twice), plan(1, Signing.AS_IT_CAME));
    assertThat(line.sent()).isEqualTo(2);
  }

  @Test
  void beginsNothingWhereNothingMayGo() {
    keep(BOARD, false, "{}");
    var denied =
        new Plan(
            Target.parse("http://169.254.169.254/"),
            Spacing.NONE,
            Mixing.NONE,
            1,
            Signing.AS_IT_CAME);
    assertThatThrownBy(
            () -> replayer.begin(new Wanted.Matching(FilterExpression.ALL), denied, false))
        .isInstanceOf(NotSent.class);
    assertThat(replayer.list()).isEmpty();
  }
}
