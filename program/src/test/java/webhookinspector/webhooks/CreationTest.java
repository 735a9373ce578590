package webhookinspector.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.asana.AsanaUnreachable;
import webhookinspector.event.Ref;
import webhookinspector.faults.CallFault;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.sender.Attempt;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;

class CreationTest {

  private static final CallFault LOST_ANSWER = new CallFault.Swallow();
  private static final CallFault DOWN = new CallFault.Refuse(503, Duration.ZERO);

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
  void settlesAnInboxWithTheSecretOfTheAnswer() {
    Created created = stage.run().webhooks.create(stage.wish());
    Webhook there = onlyWebhook();
    assertThat(created.webhook().gid()).isEqualTo(there.gid());
    assertThat(created.remarks()).isEmpty();
    Inbox inbox = stage.run().onlyInbox();
    assertThat(inbox).isEqualTo(created.inbox());
    assertThat(inbox.name().text()).isEqualTo("build-board");
    assertThat(inbox.secrets().confirmed()).isNotNull();
    assertThat(inbox.secrets().open()).isFalse();
    OwnWebhook own = stage.run().own();
    assertThat(own.gid()).isEqualTo(there.gid());
    assertThat(own.target()).isEqualTo(there.target());
    assertThat(own.target().getPath()).isEqualTo("/in/" + inbox.key().text());
  }

  @Test
  void lastsThroughARestart() {
    Created created = stage.run().webhooks.create(stage.toKeep());
    assertThat(stage.restart().onlyInbox()).isEqualTo(created.inbox());
  }

  @Test
  void letsAsanasDeliveriesInAtOnce() {
    stage.run().webhooks.create(stage.wish());
    stage.simulator.changes().createTask(stage.simulator.project(), "Fix login");
    await()
        .untilAsserted(
            () ->
                assertThat(stage.simulator.attempts())
                    .filteredOn(attempt -> attempt.kind() == Attempt.Kind.EVENTS)
                    .isNotEmpty()
                    .allMatch(Attempt::delivered));
  }

  @Test
  void givesEachWebhookAnInboxOfItsOwn() {
    Ref other = stage.simulator.changes().createProject("Überblick 2026 / Q3");
    stage.run().webhooks.create(stage.wish());
    stage.run().webhooks.create(stage.wish());
    stage.run().webhooks.create(stage.wish(other));
    List<Inbox> inboxes = stage.run().registry.inboxes();
    assertThat(inboxes)
        .extracting(inbox -> inbox.name().text())
        .containsExactly("build-board", "build-board-2", "uberblick-2026-q3");
    assertThat(inboxes).extracting(Inbox::key).doesNotHaveDuplicates();
    assertThat(inboxes)
        .extracting(inbox -> inbox.secrets().confirmed())
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesFiltersForTheLevelBeforeAsanaIsAsked() {
    Filter tasks = Filter.parse("resource_type=task");
    assertThatThrownBy(
            () -> stage.run().webhooks.create(stage.wish(stage.simulator.workspace(), tasks)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("watch each project instead");
    nothingIsLeft();
    assertThat(stage.faults.creationsAsked()).isZero();
  }

  @Test
  void leavesNothingWhenAsanaRefuses() {
    Stage.Run run = stage.run();
    Wish elsewhere =
        new Wish(
            stage.simulator.project().gid(),
            URI.create("http://127.0.0.1:" + run.receiver.port() + "/not-us"),
            List.of(),
            false);
    assertThatThrownBy(() -> run.webhooks.create(elsewhere))
        .isInstanceOfSatisfying(AsanaRefused.class, e -> assertThat(e.status()).isEqualTo(400))
        .hasMessageContaining("The token is fine");
    nothingIsLeft();
    assertThat(stage.faults.creationsAsked()).isEqualTo(1);
  }

  @RepeatedTest(20)
  void endsWithOneWebhookWhenTheAnswerIsLost() {
    stage.faults.nextCreations(LOST_ANSWER);
    Created created = stage.run().webhooks.create(stage.wish());
    assertThat(onlyWebhook().gid()).isEqualTo(created.webhook().gid());
    assertThat(stage.run().onlyInbox()).isEqualTo(created.inbox());
    assertThat(stage.faults.creationsAsked()).isEqualTo(2);
  }

  @Test
  void endsWithNoneWhenTheAnswerIsLostTwice() {
    stage.faults.nextCreations(LOST_ANSWER, LOST_ANSWER);
    assertThatThrownBy(() -> stage.run().webhooks.create(stage.wish()))
        .isInstanceOf(AsanaUnreachable.class)
        .hasMessageContaining("Tried twice; Asana's list shows no webhook left behind");
    nothingIsLeft();
    assertThat(stage.faults.creationsAsked()).isEqualTo(2);
  }

  @Test
  void doesNotCallASecondTimeWithoutKnowingWhatBecameOfTheFirst() {
    stage.faults.nextCreations(LOST_ANSWER);
    stage.faults.lists(DOWN);
    assertThatThrownBy(() -> stage.run().webhooks.create(stage.wish()))
        .isInstanceOf(AsanaUnreachable.class)
        .hasMessageContaining("The next start looks again and removes it");
    assertThat(stage.faults.creationsAsked()).isEqualTo(1);
    assertThat(stage.simulator.webhooks()).hasSize(1);
    assertThat(stage.run().own().gid()).as("the trace stays").isNull();
    assertThat(stage.run().onlyInbox().secrets().confirmed()).isNull();

    stage.faults.listsWork();
    List<Tidied> tidied = stage.restart().webhooks.tidy();
    assertThat(tidied).singleElement().matches(Tidied::done);
    nothingIsLeft();
  }

  @Test
  void letsNoHandshakeInWhileAsanasListDecides() {
    List<Boolean> open = new CopyOnWriteArrayList<>();
    stage.faults.nextCreations(LOST_ANSWER);
    stage.faults.whenListed(
        () ->
            stage.run().registry.inboxes().stream()
                .map(inbox -> stage.run().handshakes.isOpen(inbox.name()))
                .forEach(open::add));
    stage.run().webhooks.create(stage.wish());
    assertThat(open).isNotEmpty().containsOnly(false);
  }

  @Test
  void keepsTheSecondWebhookWhenNobodyCanSayWhetherTheFirstLeftOne() {
    stage.faults.nextCreations(LOST_ANSWER);
    stage.faults.afterCreations(2, () -> stage.faults.lists(DOWN));
    Created created = stage.run().webhooks.create(stage.wish());
    assertThat(created.remarks()).singleElement().asString().contains("inspector webhooks list");
    assertThat(onlyWebhook().gid()).isEqualTo(created.webhook().gid());
    assertThat(stage.run().onlyInbox()).isEqualTo(created.inbox());
  }

  @Test
  void namesTheTwinOfADuplicateAndHowToDeleteIt() {
    Created first = stage.run().webhooks.create(stage.toKeep());
    // The same seed gives the same key, which chance would never do.
    try (Stage twin = new Stage(folder.resolve("twin"), stage.simulator)) {
      Wish same = stage.toKeep();
      assertThatThrownBy(() -> twin.run().webhooks.create(same))
          .isInstanceOfSatisfying(AsanaRefused.class, e -> assertThat(e.isDuplicate()).isTrue())
          .hasMessageStartingWith("Asana answered 403: Duplicated webhook")
          .hasMessageContaining("It is webhook " + first.webhook().gid())
          .hasMessageContaining("inspector webhooks delete " + first.webhook().gid());
      assertThat(twin.run().registry.inboxes()).isEmpty();
    }
    assertThat(onlyWebhook().gid()).isEqualTo(first.webhook().gid());
  }

  @Test
  void triesOnceMoreWhenAsanaIsDownAtFirst() {
    stage.faults.nextCreations(DOWN);
    stage.run().webhooks.create(stage.wish());
    onlyWebhook();
  }

  @Test
  void trustsNothingWhenAsanaFailsAfterTheHandshake() {
    for (int i = 0; i < 20; i++) {
      stage.faults.nextCreations(new CallFault.Garbage(), new CallFault.Garbage());
      assertThatThrownBy(() -> stage.run().webhooks.create(stage.wish()))
          .isInstanceOf(AsanaUnreachable.class);
      nothingIsLeft();
    }
  }

  private Webhook onlyWebhook() {
    List<Webhook> there = stage.simulator.webhooks();
    assertThat(there).hasSize(1);
    return there.getFirst();
  }

  private void nothingIsLeft() {
    assertThat(stage.simulator.webhooks()).isEmpty();
    assertThat(stage.run().registry.inboxes()).isEmpty();
  }
}
