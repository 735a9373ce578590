package webhookinspector.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import webhookinspector.inbox.Bookmark;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Gap;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxKey;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.Marking;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.inbox.Position;
import webhookinspector.subscription.Filter;
import webhookinspector.trust.Secret;
import webhookinspector.trust.Secrets;

/** What every {@link Registry} promises. A new backend is done when its subclass is green. */
public abstract class RegistryContract {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456789Z");
  protected static final Secret SECRET = Secret.of("canary-b537207f20cbfa02357cf448134da559");
  private static final Secret OTHER = Secret.of("canary-0000007f20cbfa02357cf448134da559");
  private static final OwnWebhook WEBHOOK =
      new OwnWebhook(
          "1200000000000001",
          URI.create("https://example.test/in/abc"),
          List.of(Filter.ANY, Filter.parse("resource_type=task,action=changed,fields=due_on+name")),
          null,
          NOW,
          true);

  private final Random random = new Random(7);
  protected Registry registry;

  /** Opens the same registry each time: what one has saved, the next one finds. */
  protected abstract Registry open() throws Exception;

  protected void reopen() throws Exception {
    registry.close();
    registry = open();
  }

  @BeforeEach
  void start() throws Exception {
    registry = open();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void startsEmpty() {
    assertThat(registry.inboxes()).isEmpty();
    assertThat(registry.alerts(10)).isEmpty();
    assertThat(registry.find(InboxKey.random(random))).isEmpty();
    assertThat(registry.find(new InboxName("nobody"))).isEmpty();
  }

  @Test
  void findsAnInboxByItsKeyAndByItsName() throws Exception {
    Inbox plain = inbox("plain", Secrets.NONE, null);
    Inbox settled = inbox("settled", Secrets.settled(SECRET), WEBHOOK.withGid("77"));
    Inbox waiting = inbox("waiting", new Secrets(null, List.of(OTHER), true), WEBHOOK);
    registry.save(waiting);
    registry.save(plain);
    registry.save(settled);
    for (int run = 0; run < 2; run++) {
      assertThat(registry.inboxes()).containsExactly(plain, settled, waiting);
      assertThat(registry.find(settled.key())).contains(settled);
      assertThat(registry.find(waiting.name())).contains(waiting);
      reopen();
    }
  }

  @Test
  void keepsCandidatesInTheOrderInWhichTheyCame() throws Exception {
    Inbox inbox = inbox("ads", new Secrets(null, List.of(SECRET, OTHER), true), WEBHOOK);
    registry.save(inbox);
    reopen();
    assertThat(registry.find(inbox.name()).orElseThrow().secrets().candidates())
        .containsExactly(SECRET, OTHER);
  }

  @Test
  void replacesAnInboxAsAWhole() throws Exception {
    Inbox before = inbox("ads", new Secrets(null, List.of(SECRET, OTHER), true), WEBHOOK);
    Inbox after = before.with(before.secrets().elect(OTHER)).with(WEBHOOK.withGid("77"));
    registry.save(before);
    registry.save(after);
    for (int run = 0; run < 2; run++) {
      assertThat(registry.inboxes()).containsExactly(after);
      assertThat(registry.find(after.key())).contains(after);
      reopen();
    }
  }

  @Test
  void followsAnInboxToANewKey() throws Exception {
    Inbox before = inbox("ads", Secrets.NONE, null);
    Inbox after = inbox("ads", Secrets.NONE, null);
    registry.save(before);
    registry.save(after);
    reopen();
    assertThat(registry.find(before.key())).isEmpty();
    assertThat(registry.find(after.key())).contains(after);
  }

  @Test
  void neverLetsTwoInboxesShareAKey() {
    Inbox first = inbox("first", Secrets.NONE, null);
    registry.save(first);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                registry.save(new Inbox(new InboxName("second"), first.key(), Secrets.NONE, null)));
    assertThat(registry.inboxes()).containsExactly(first);
  }

  @Test
  void neverLetsTwoInboxesShareASecretNotEvenACandidate() throws Exception {
    Inbox first = inbox("first", Secrets.settled(SECRET), null);
    registry.save(first);
    for (Secrets shared :
        List.of(Secrets.settled(SECRET), new Secrets(null, List.of(OTHER, SECRET), true))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> registry.save(inbox("second", shared, null)))
          .withMessageContaining(SECRET.fingerprint())
          .withMessageNotContaining(SECRET.reveal());
    }
    reopen();
    assertThat(registry.inboxes()).containsExactly(first);
  }

  @Test
  void givesAFreedSecretAndKeyToAnother() throws Exception {
    Inbox first = inbox("first", Secrets.settled(SECRET), WEBHOOK);
    Inbox second =
        new Inbox(new InboxName("second"), first.key(), Secrets.settled(SECRET), WEBHOOK);
    registry.save(first);
    registry.remove(first.name());
    assertThat(registry.find(first.key())).isEmpty();
    registry.save(second);
    reopen();
    assertThat(registry.inboxes()).containsExactly(second);
  }

  @Test
  void forgetsAnUnknownInboxWithoutComplaint() {
    registry.remove(new InboxName("nobody"));
    assertThat(registry.inboxes()).isEmpty();
  }

  @Test
  void listsTheNewestAlertsFirst() throws Exception {
    Alert first = new Alert(NOW, new InboxName("ads"), "stranger-handshake", "somebody knocked");
    Alert second =
        new Alert(NOW.minusSeconds(3_600), null, "disk-full", Level.CRITICAL, "free some space");
    registry.raise(first);
    registry.raise(second);
    for (int run = 0; run < 2; run++) {
      assertThat(registry.alerts(10)).containsExactly(second, first);
      assertThat(registry.alerts(1)).containsExactly(second);
      reopen();
    }
  }

  @Test
  void listsTheGapsThatWereNoticedLastFirst() throws Exception {
    Gap ended =
        new Gap("1", NOW, "stream-expired", new InboxName("ads"), "12", NOW, NOW, "too old");
    Gap lasting = new Gap("2", NOW.plusSeconds(1), "not-reachable", null, null, null, null, "away");
    registry.note(lasting);
    registry.note(ended);
    for (int run = 0; run < 2; run++) {
      assertThat(registry.gaps(10)).containsExactly(lasting, ended);
      assertThat(registry.gaps(1)).containsExactly(lasting);
      reopen();
    }
  }

  @Test
  void replacesAGapOnceItsEndIsKnown() throws Exception {
    Gap lasting = new Gap("2", NOW, "not-reachable", null, null, NOW, null, "away");
    registry.note(lasting);
    registry.note(lasting.until(NOW.plusSeconds(9)));
    reopen();
    assertThat(registry.gaps(10)).containsExactly(lasting.until(NOW.plusSeconds(9)));
  }

  @Test
  void remembersWhereAStreamGoesOnAndTheGapBeforeIt() throws Exception {
    var first = new Bookmark("12", "a:0", new Position(7), NOW);
    var second = new Bookmark("12", "b:0", new Position(9), NOW.plusSeconds(5));
    Gap gap = new Gap("1", NOW, "stream-expired", null, "12", NOW, NOW, "too old");
    assertThat(registry.bookmark("12")).isEmpty();
    registry.save(first);
    assertThat(registry.bookmark("12")).contains(first);
    registry.save(second, gap);
    reopen();
    assertThat(registry.bookmark("12")).contains(second);
    assertThat(registry.gaps(10)).containsExactly(gap);
    registry.forgetBookmark("12");
    reopen();
    assertThat(registry.bookmark("12")).isEmpty();
  }

  @Test
  void keepsWhatPeoplePutOnDeliveriesUntilTheyTakeItOff() throws Exception {
    var first = new DeliveryId("01J900000000000000000000A1");
    var second = new DeliveryId("01J900000000000000000000A2");
    registry.mark(first, Marking.NONE.pinned(true));
    registry.mark(second, Marking.NONE.pinned(true).noting(" why twice? '; DROP "));
    registry.mark(second, registry.marking(second).pinned(false));
    for (int run = 0; run < 2; run++) {
      assertThat(registry.marking(first)).isEqualTo(new Marking(true, null));
      assertThat(registry.marking(second)).isEqualTo(new Marking(false, "why twice? '; DROP"));
      assertThat(registry.markings()).hasSize(2);
      reopen();
    }
    registry.mark(first, Marking.NONE);
    registry.mark(second, registry.marking(second).noting(" "));
    reopen();
    assertThat(registry.markings()).isEmpty();
    assertThat(registry.marking(first)).isEqualTo(Marking.NONE);
  }

  @Test
  void keepsFiltersByName() throws Exception {
    registry.save(new SavedFilter("Überfällig 2", "field=due_on"));
    registry.save(new SavedFilter("all", ""));
    registry.save(new SavedFilter("all", "kind=events since=2h"));
    for (int run = 0; run < 2; run++) {
      assertThat(registry.savedFilters())
          .containsExactly(
              new SavedFilter("all", "kind=events since=2h"),
              new SavedFilter("Überfällig 2", "field=due_on"));
      reopen();
    }
    assertThat(registry.removeFilter("all")).isTrue();
    assertThat(registry.removeFilter("all")).isFalse();
    reopen();
    assertThat(registry.savedFilters()).hasSize(1);
  }

  @Test
  void refusesMoreFiltersThanAnybodyReads() {
    for (int i = 0; i < SavedFilter.MOST; i++) {
      registry.save(new SavedFilter("f" + i, ""));
    }
    registry.save(new SavedFilter("f7", "kind=junk"));
    assertThatIllegalStateException()
        .isThrownBy(() -> registry.save(new SavedFilter("one more", "")))
        .withMessageContaining("expected: fewer");
  }

  protected Inbox inbox(String name, Secrets secrets, @Nullable OwnWebhook webhook) {
    return new Inbox(new InboxName(name), InboxKey.random(random), secrets, webhook);
  }
}
