package webhookinspector.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.faults.Fault;
import webhookinspector.inbox.Bookmark;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.Position;
import webhookinspector.registry.Alert;
import webhookinspector.registry.Level;
import webhookinspector.subscription.Filter;
import webhookinspector.trust.Signature;

class WatchTest {

  private static final Body HEARTBEAT = Body.of("{\"events\":[]}");

  @TempDir Path folder;
  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage(folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void saysNothingOfAWebhookThatIsWell() {
    stage.create();
    stage.pass(Duration.ofHours(26));

    WebhookHealth line = stage.only();
    assertThat(stage.changes()).isEmpty();
    assertThat(line.word()).isEqualTo(Word.WELL);
    Instant third = Stage.START.plus(Duration.ofHours(24));
    assertThat(line.lastSuccessAt()).isBetween(third, third.plusSeconds(2));
    Instant next = third.plus(Duration.ofHours(8));
    assertThat(line.heartbeatDue()).isBetween(next, next.plusSeconds(2));
    assertThat(line.lastHeardAt()).isBetween(third.minusSeconds(60), third.plusSeconds(60));
    assertThat(stage.watch.trouble()).isEmpty();
  }

  @Test
  void raisesItsVoiceWhenHeartbeatsAreMissing() {
    stage.create();
    stage.passForUs(Duration.ofHours(24)); // Asana stands still and sends nothing

    assertThat(stage.story())
        .containsExactly("PT8H30M silent warn", "PT16H silent alarm", "PT23H silent critical");
  }

  @Test
  void isNotFooledBySomebodyWhoReplaysAHeartbeat() {
    Inbox inbox = stage.create();
    for (int minute = 1; minute <= 9 * 60; minute++) {
      replayHeartbeat(inbox);
      stage.passForUs(Duration.ofMinutes(1));
    }

    assertThat(stage.story()).hasSize(2).last().isEqualTo("PT8H30M silent alarm");
    assertThat(stage.story().getFirst()).matches("PT1[0-9]M doubtful warn");
    assertThat(stage.changes().getLast().alert().message()).contains("last success 8 h 30 min ago");
    assertThat(stage.only().sentences().get(1)).contains("that Asana does not count");
  }

  private void replayHeartbeat(Inbox inbox) {
    var secret = inbox.secrets().confirmed();
    var headers =
        Headers.of(Signature.HEADER, Signature.of(Objects.requireNonNull(secret), HEARTBEAT).hex());
    assertThat(stage.intake.receive(inbox, headers, HEARTBEAT).status()).isEqualTo(200);
  }

  @Test
  void countsDownAndNoticesTheDeletionWithinFiveMinutes() {
    stage.create(Filter.parse("resource_type=task,action=added"));
    stage.pass(Duration.ofMinutes(1));
    stage.receiverGoes();
    stage.simulator.changes().createTask(stage.simulator.project(), "Fix login");
    stage.pass(Duration.ofHours(25));

    assertThat(stage.changes())
        .extracting(change -> change.line().level())
        .containsExactly(Level.WARN, Level.ALARM, Level.CRITICAL, Level.CRITICAL);
    Alert last = stage.changes().getLast().alert();
    assertThat(last.topic()).isEqualTo("webhook-gone");
    assertThat(Duration.between(Stage.START.plus(Duration.ofHours(24)), last.at()))
        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(6));
    assertThat(last.message())
        .contains("probably deleted for failures since 2026-06-12 08:31 UTC")
        .endsWith(
            "Next: inspector webhooks create "
                + stage.simulator.project().gid()
                + " --filter 'resource_type=task,action=added'");
    assertThat(stage.watch.trouble())
        .hasValueSatisfying(t -> assertThat(t).startsWith("webhook build-board gone since "));
  }

  @Test
  void tellsWhenAWebhookThatWasWellIsDeletedBySomebody() {
    Inbox inbox = stage.create();
    stage.pass(Duration.ofMinutes(30));
    stage.asana.delete(Owned.gid(inbox));
    stage.pass(Duration.ofMinutes(5));

    assertThat(stage.story()).hasSize(1).first().asString().endsWith("gone critical");
    assertThat(stage.changes().getFirst().alert().message())
        .contains("when it was still well: by somebody");
  }

  @Test
  void isCalmAgainOnceAnotherWebhookTookThePlaceOfOneThatIsGone() {
    Inbox gone = stage.create();
    stage.asana.delete(Owned.gid(gone));
    stage.pass(Duration.ofMinutes(5));
    Inbox heir = stage.create();
    stage.pass(Duration.ofMinutes(5));

    assertThat(stage.changes())
        .extracting(change -> change.line().word().word() + " " + change.line().level().word())
        .containsExactly("gone critical", "gone good");
    WebhookHealth line = stage.watch.report().webhooks().getFirst();
    assertThat(line.webhook()).isEqualTo(Owned.gid(gone));
    assertThat(line.sentences().getFirst())
        .startsWith("webhook " + Owned.gid(heir) + " took its place; Asana does not know it");
    assertThat(line.next()).isNull();
    assertThat(stage.watch.trouble()).isEmpty();
  }

  @Test
  void tellsOfTheLatestAloneWhenItsPredecessorsAreGoneToo() {
    stage.asana.delete(Owned.gid(stage.create()));
    stage.pass(Duration.ofMinutes(5));
    Inbox heir = stage.create();
    stage.pass(Duration.ofMinutes(5));
    int before = stage.changes().size();
    stage.asana.delete(Owned.gid(heir));
    stage.pass(Duration.ofMinutes(5));

    assertThat(stage.changes().subList(before, stage.changes().size()))
        .singleElement()
        .satisfies(change -> assertThat(change.line().webhook()).isEqualTo(Owned.gid(heir)));
  }

  @Test
  void isQuietAfterAStartAboutOneThatHasAnHeir() {
    stage.asana.delete(Owned.gid(stage.create()));
    stage.pass(Duration.ofMinutes(5));
    stage.create();
    var news = new ArrayList<News>();
    var started = new Watch(stage.registry, stage::now, news::add);
    new Rounds(stage.asana, stage.registry, started, stage::now).makeWhenDue();
    started.look();

    assertThat(started.report().webhooks())
        .extracting(WebhookHealth::word)
        .containsExactly(Word.GONE, Word.WELL);
    assertThat(news).allMatch(News::quiet);
  }

  @Test
  void makesAGapOfWhatNobodyFetchesWhileAWebhookIsGone() {
    Inbox gone = stage.create();
    stage.pass(Duration.ofMinutes(30));
    stage.asana.delete(Owned.gid(gone));
    stage.pass(Duration.ofMinutes(5));
    Gap open = stage.registry.gaps(9).getFirst();
    assertThat(open.from()).isBetween(Stage.START, Stage.START.plusSeconds(60));
    assertThat(open.to()).isNull();
    assertThat(open.inbox()).isEqualTo(gone.name());

    stage.create();
    stage.pass(Duration.ofMinutes(1));
    assertThat(stage.registry.gaps(9)).hasSize(1);
    assertThat(stage.registry.gaps(9).getFirst().to()).isNotNull();
  }

  @Test
  void makesNoGapWhereAStreamFetchesIt() {
    Inbox gone = stage.create();
    stage.asana.delete(Owned.gid(gone));
    stage.registry.save(
        new Bookmark(stage.simulator.project().gid(), "token", Position.START, stage.now()));
    stage.pass(Duration.ofMinutes(5));

    assertThat(stage.only().word()).isEqualTo(Word.GONE);
    assertThat(stage.registry.gaps(9)).isEmpty();
  }

  @Test
  void forgetsWhatWeDeletedOurselves() {
    Inbox inbox = stage.create();
    stage.webhooks.delete(Owned.gid(inbox));
    stage.pass(Duration.ofHours(1));

    assertThat(stage.changes()).isEmpty();
    assertThat(stage.watch.report().webhooks()).isEmpty();
  }

  @Test
  void asksAboutManyInOneListAndNotMoreOftenThanItMust() {
    stage.create();
    for (int i = 0; i < 3; i++) {
      stage.create(stage.simulator.changes().createTask(stage.simulator.project(), "task " + i));
    }
    var calls = new CopyOnWriteArrayList<String>();
    stage.simulator.onCall((call, reply) -> calls.add(call.method() + " " + call.path()));
    stage.pass(Duration.ofHours(1));

    assertThat(calls.stream().filter(call -> call.equals("GET /webhooks"))).hasSize(15);
    assertThat(calls.stream().filter(call -> !call.equals("GET /webhooks")).toList())
        .isEqualTo(List.of("GET /workspaces"));
  }

  @Test
  void restsOnOurOwnRecordWhileAsanaCannotBeAsked() {
    stage.create();
    stage.pass(Duration.ofMinutes(8));
    stage.simulator.faults().inject(Fault.serverError(500));
    stage.pass(Duration.ofMinutes(30));

    assertThat(stage.only().word()).isEqualTo(Word.UNKNOWN);
    assertThat(stage.only().sentences().getFirst()).startsWith("Asana could not be asked for ");
    assertThat(stage.changes()).hasSize(1);
    stage.simulator.faults().clear();
    stage.pass(Duration.ofMinutes(5));
    assertThat(stage.only().word()).isEqualTo(Word.WELL);
    assertThat(stage.changes().getLast().alert().level()).isEqualTo(Level.GOOD);
  }
}
