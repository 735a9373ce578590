package webhookinspector.sender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.faults.Batching;
import webhookinspector.faults.Faults;
import webhookinspector.subscriptions.LiveWebhook;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.world.Appointment;
import webhookinspector.world.Occurrence;
import webhookinspector.world.World;
import webhookinspector.world.WorldClock;

/**
 * Delivers to one webhook, one delivery at a time. Its state is only touched while the world is
 * held; sending happens on a thread of its own while it is not.
 */
final class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final World world;
  private final Webhooks webhooks;
  private final SenderSettings settings;
  private final Post post;
  private final Faults faults;
  private final LiveWebhook webhook;
  private final Orders orders;
  private boolean underWay;
  private boolean greeted;
  private int failures;
  private @Nullable Appointment flush;
  private @Nullable Appointment heartbeat;
  private @Nullable Appointment retry;
  private @Nullable Appointment deletion;

  Courier(
      World world,
      Webhooks webhooks,
      SenderSettings settings,
      Post post,
      Faults faults,
      LiveWebhook webhook,
      long seed) {
    this.world = world;
    this.webhooks = webhooks;
    this.settings = settings;
    this.post = post;
    this.faults = faults;
    this.webhook = webhook;
    this.orders = new Orders(webhook, seed ^ Long.parseLong(webhook.gid()));
    this.heartbeat = in(settings.firstHeartbeatAfter(), this::heartbeatDue);
  }

  /** An event waits. */
  void arrived() {
    if (!underWay && failures == 0 && flush == null) {
      flush = in(batching().window(), this::flushDue);
    }
  }

  private Batching batching() {
    var normal = new Batching(settings.batchWindow(), settings.batchCap());
    return faults.onBatch(webhook.gid(), normal);
  }

  /** The webhook is gone; what is under way may still land. */
  void stop() {
    for (Appointment each : new Appointment[] {flush, heartbeat, retry, deletion}) {
      cancel(each);
    }
  }

  private Appointment in(Duration wait, Runnable action) {
    return world
        .clock()
        .at(world.now().plus(wait), webhook.gid(), () -> world.run(() -> unlessGone(action)));
  }

  private void unlessGone(Runnable action) {
    if (!webhook.deleted()) {
      action.run();
    }
  }

  private static void cancel(@Nullable Appointment appointment) {
    if (appointment != null) {
      appointment.cancel();
    }
  }

  private void flushDue() {
    flush = null;
    if (!underWay && failures == 0) {
      send(batching().cap(), "events of the last " + settings.batchWindow().toMillis() + " ms");
    }
  }

  /** Appointed once, and again for the rest of the time when deliveries came in between. */
  private void heartbeatDue() {
    heartbeat = null;
    Instant due = lastSuccess().plus(settings.heartbeatEvery());
    if (greeted && due.isAfter(world.now())) {
      heartbeat = in(Duration.between(world.now(), due), this::heartbeatDue);
    } else if (!underWay && failures == 0) {
      String because = greeted ? "nothing was sent for a while" : "the webhook is new";
      dispatch(Attempt.Kind.HEARTBEAT, List.of(), because);
    }
  }

  private Instant lastSuccess() {
    Instant last = webhook.health().lastSuccessAt();
    return last == null ? world.now() : last;
  }

  private void retryDue() {
    retry = null;
    String because = "failure " + failures + " before it; holds everything since the last delivery";
    send(settings.recoveryCap(), because);
  }

  private void send(int cap, String because) {
    List<Occurrence> batch = webhook.oldest(cap);
    dispatch(batch.isEmpty() ? Attempt.Kind.HEARTBEAT : Attempt.Kind.EVENTS, batch, because);
  }

  private void dispatch(Attempt.Kind kind, List<Occurrence> batch, String because) {
    underWay = true;
    Instant at = world.now();
    int retries = failures;
    WorldClock.Flight flight = world.clock().hold();
    Thread.ofVirtual()
        .name("delivery-" + webhook.gid())
        .start(
            () -> {
              try (flight) {
                land(batch, sent(orders.make(kind, batch, because, retries, at)));
              }
            });
  }

  /** A mistake in a fault must not stop deliveries for good: it counts as a failure. */
  private Post.Outcome sent(Post.Order order) {
    try {
      return post.send(order);
    } catch (RuntimeException e) {
      LOG.error("a delivery to {} failed inside the simulator", webhook.target(), e);
      return new Post.Outcome(new Answer.Unreachable("the simulator failed"), false, world.now());
    }
  }

  private void land(List<Occurrence> batch, Post.Outcome outcome) {
    Runnable apply = () -> world.run(() -> unlessGone(() -> apply(batch, outcome)));
    if (outcome.at().isAfter(world.now())) {
      world.clock().at(outcome.at(), webhook.gid(), apply);
    } else {
      apply.run();
    }
  }

  private void apply(List<Occurrence> batch, Post.Outcome outcome) {
    underWay = false;
    greeted |= batch.isEmpty();
    if (outcome.delivered()) {
      succeeded(batch);
    } else {
      failed(outcome);
    }
  }

  private void succeeded(List<Occurrence> batch) {
    boolean recovered = failures > 0;
    failures = 0;
    cancel(deletion);
    deletion = null;
    webhook.health(webhook.health().succeeded(world.now()));
    webhook.delivered(batch.size());
    if (heartbeat == null) {
      heartbeat = in(greeted ? settings.heartbeatEvery() : Duration.ZERO, this::heartbeatDue);
    }
    if (webhook.waiting() > 0 && flush == null) {
      Batching batching = batching();
      boolean full = recovered || webhook.waiting() >= batching.cap();
      flush = in(full ? Duration.ZERO : batching.window(), this::flushDue);
    }
  }

  private void failed(Post.Outcome outcome) {
    failures++;
    Duration wait = settings.backOffAfter(failures);
    webhook.health(
        webhook
            .health()
            .failed(
                world.now(),
                Orders.failure(outcome.answer()),
                world.now().plus(wait),
                settings.deletionAfter()));
    retry = in(wait, this::retryDue);
    if (deletion == null) {
      deletion = in(settings.deletionAfter(), () -> webhooks.delete(webhook));
    }
  }
}
