package webhookinspector.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.event.Ref;
import webhookinspector.faults.CallFault;
import webhookinspector.inbox.InboxName;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;

class WebhooksTest {

  private static final InboxName BUILD_BOARD = new InboxName("build-board");

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
  void removesAtTheEndExactlyWhatThisRunCreatedAndWasNotToKeep() {
    Created kept = stage.run().webhooks.create(stage.toKeep());
    Created passing = stage.run().webhooks.create(stage.wish());
    String foreign = foreignWebhook();

    List<Tidied> removed = stage.run().webhooks.removeOwn();

    assertThat(removed)
        .containsExactly(
            new Tidied(passing.inbox().name(), true, "removed webhook " + passing.webhook().gid()));
    assertThat(stage.simulator.webhooks())
        .extracting(Webhook::gid)
        .containsExactlyInAnyOrder(kept.webhook().gid(), foreign);
    assertThat(stage.run().onlyInbox()).isEqualTo(kept.inbox());
  }

  @Test
  void isContentWhenAWebhookIsGoneAlreadyAtTheEnd() {
    Created created = stage.run().webhooks.create(stage.wish());
    stage.client().delete(created.webhook().gid());
    assertThat(stage.run().webhooks.removeOwn())
        .singleElement()
        .matches(Tidied::done)
        .extracting(Tidied::sentence)
        .isEqualTo("webhook " + created.webhook().gid() + " was gone");
  }

  @Test
  void saysWhatToTypeWhenItCannotRemoveAtTheEnd() {
    Created created = stage.run().webhooks.create(stage.wish());
    stage.simulator.close();
    assertThat(stage.run().webhooks.removeOwn())
        .singleElement()
        .matches(tidied -> !tidied.done())
        .extracting(Tidied::sentence)
        .asString()
        .endsWith("Delete it later: inspector webhooks delete " + created.webhook().gid());
    assertThat(stage.run().onlyInbox()).isEqualTo(created.inbox());
  }

  @Test
  void doesNotWaitLongForAnAsanaThatHangsAtTheEnd() {
    Created created = stage.run().webhooks.create(stage.wish());
    List<Tidied> left =
        Farewell.within(
            Duration.ofMillis(50),
            List.of(created.inbox()),
            inbox -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return new Tidied(inbox.name(), true, "never");
            });
    assertThat(left)
        .containsExactly(
            new Tidied(
                BUILD_BOARD,
                false,
                "its webhook may still be at Asana: Asana did not answer in time."
                    + " See: inspector webhooks list"));
  }

  @Test
  void removesWhatACrashedRunShouldHaveRemoved() {
    Created kept = stage.run().webhooks.create(stage.toKeep());
    stage.run().webhooks.create(stage.wish());
    Stage.Run next = stage.restart();
    assertThat(next.webhooks.tidy()).isEmpty();
    Created fresh = next.webhooks.create(stage.wish());
    assertThat(next.webhooks.removeLeftovers()).hasSize(1);
    assertThat(stage.simulator.webhooks())
        .extracting(Webhook::gid)
        .containsExactlyInAnyOrder(kept.webhook().gid(), fresh.webhook().gid());
  }

  @Test
  void endsACreationThatIsStillUnderWayAtTheEnd() {
    stage.faults.nextCreations(new CallFault.Swallow());
    stage.faults.lists(new CallFault.Refuse(503, Duration.ZERO));
    assertThatThrownBy(() -> stage.run().webhooks.create(stage.wish()));
    stage.faults.listsWork();
    assertThat(stage.run().webhooks.removeOwn()).hasSize(1);
    assertThat(stage.simulator.webhooks()).isEmpty();
  }

  @Test
  void listsWhatThereIsAndWhichAreOurs() {
    Created created = stage.run().webhooks.create(stage.wish());
    String foreign = foreignWebhook();
    List<Known> all = stage.run().webhooks.list(null, null);
    assertThat(all)
        .extracting(known -> known.webhook().gid(), Known::inbox)
        .containsExactlyInAnyOrder(
            tuple(created.webhook().gid(), BUILD_BOARD), tuple(foreign, null));
    assertThat(stage.run().webhooks.list(stage.simulator.workspace().gid(), "404")).isEmpty();
    assertThat(stage.run().webhooks.mine()).containsExactly(created.inbox());
  }

  @Test
  void showsOneWithItsWholeRecord() {
    Created created = stage.run().webhooks.create(stage.wish());
    Known shown = stage.run().webhooks.show(created.webhook().gid());
    assertThat(shown.ours()).isTrue();
    assertThat(shown.webhook().lastSuccessAt()).isNotNull();
  }

  @Test
  void saysThatAsanaHasProbablyDeletedOneOfOurs() {
    String gid = stage.run().webhooks.create(stage.wish()).webhook().gid();
    stage.client().delete(gid);
    assertThatThrownBy(() -> stage.run().webhooks.show(gid))
        .isInstanceOf(AsanaRefused.class)
        .hasMessageContaining("for inbox build-board; Asana has probably deleted it")
        .hasMessageContaining("inspector webhooks create " + stage.simulator.project().gid());
  }

  @Test
  void replacesFiltersAndTellsWhatWasThereBefore() {
    Filter added = Filter.parse("resource_type=task,action=added");
    Filter due = Filter.parse("resource_type=task,action=changed,fields=due_on");
    Created created = stage.run().webhooks.create(stage.wish(stage.simulator.project(), added));
    Updated updated = stage.run().webhooks.update(created.webhook().gid(), List.of(due));
    assertThat(updated.before().filters()).containsExactly(added);
    assertThat(updated.after().filters()).containsExactly(due);
    assertThat(stage.run().own().filters()).containsExactly(due);
  }

  @Test
  void refusesFiltersThatAsanaWouldRefuse() {
    String gid = stage.run().webhooks.create(stage.wish()).webhook().gid();
    Filter wrong = Filter.parse("action=added,fields=due_on");
    assertThatThrownBy(() -> stage.run().webhooks.update(gid, List.of(wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only together with action=changed");
  }

  @Test
  void deletesTheOneThatWasNamedAndClosesItsInbox() {
    String ours = stage.run().webhooks.create(stage.wish()).webhook().gid();
    String foreign = foreignWebhook();
    assertThat(stage.run().webhooks.delete(ours)).isEqualTo(new Deleted(ours, true, BUILD_BOARD));
    assertThat(stage.run().registry.inboxes()).isEmpty();
    assertThat(stage.run().webhooks.delete(foreign)).isEqualTo(new Deleted(foreign, true, null));
    assertThat(stage.run().webhooks.delete(ours)).isEqualTo(new Deleted(ours, false, null));
    assertThat(stage.simulator.webhooks()).isEmpty();
  }

  /** One that somebody else made with the same token. */
  private String foreignWebhook() {
    Ref other = stage.simulator.changes().createProject("Other");
    try (Stage elsewhere = new Stage(folder.resolve("elsewhere"), stage.simulator)) {
      return elsewhere.run().webhooks.create(elsewhere.wish(other)).webhook().gid();
    }
  }
}
