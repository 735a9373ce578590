package webhookinspector.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.subscription.Webhook;

/** Puts together what views show of a webhook. */
final class Portrait {

  private Portrait() {}

  /** Of one of ours, whose gid is known. */
  static WebhookHealth of(Inbox inbox, Course course, @Nullable Lag lag) {
    OwnWebhook own = Owned.webhook(inbox);
    Facts facts = course.facts();
    Webhook told = facts.told();
    Ref resource = told == null ? new Ref(own.resource(), null, null, null) : told.resource();
    return line(
        Owned.gid(inbox),
        inbox.name().text(),
        resource,
        course.health(),
        course.since(),
        Remedy.of(course.health(), own),
        facts,
        lag);
  }

  /** Of somebody else's, as far as Asana's record tells. */
  static WebhookHealth of(Webhook webhook, @Nullable String inbox, Facts facts, Instant now) {
    return line(
        webhook.gid(), inbox, webhook.resource(), Health.of(facts, now), null, null, facts, null);
  }

  private static WebhookHealth line(
      String gid,
      @Nullable String inbox,
      Ref resource,
      Health health,
      @Nullable Instant since,
      @Nullable String next,
      Facts facts,
      @Nullable Lag lag) {
    Webhook told = facts.told();
    Instant success = told == null ? null : told.lastSuccessAt();
    Instant successByUs = facts.ours(success);
    return new WebhookHealth(
        gid,
        inbox,
        resource,
        health.word(),
        health.level(),
        since,
        health.sentences(),
        next,
        facts.toldAt(),
        success,
        facts.heardAt(),
        successByUs == null ? null : successByUs.plus(Health.HEARTBEAT),
        told == null ? 0 : told.deliveryRetryCount(),
        told == null ? null : told.nextAttemptAfter(),
        told == null ? null : told.failureDeletionTimestamp(),
        lag);
  }
}
