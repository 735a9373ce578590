package webhookinspector.sender;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import webhookinspector.delivery.Body;
import webhookinspector.delivery.Headers;
import webhookinspector.faults.Faults;
import webhookinspector.faults.Parcel;
import webhookinspector.subscriptions.LiveWebhook;
import webhookinspector.subscriptions.Refused;
import webhookinspector.subscriptions.Webhooks;
import webhookinspector.trust.Handshake;
import webhookinspector.trust.Secret;
import webhookinspector.world.World;
import webhookinspector.world.WorldClock;

/** Shakes hands with targets and gives each webhook its {@link Courier}. */
public final class Sender {

  private final World world;
  private final Webhooks webhooks;
  private final SenderSettings settings;
  private final Post post;
  private final Faults faults;
  private final SplittableRandom secrets;
  private final long seed;
  private final Map<String, Courier> couriers = new HashMap<>();

  public Sender(
      World world,
      Webhooks webhooks,
      SenderSettings settings,
      Line line,
      Faults faults,
      Journal journal,
      long seed) {
    this.world = world;
    this.webhooks = webhooks;
    this.settings = settings;
    this.post = new Post(world.clock(), line, faults, journal, settings);
    this.faults = faults;
    this.secrets = new SplittableRandom(~seed);
    this.seed = seed;
    webhooks.listen(this::arrived, this::deleted);
  }

  /**
   * Asks a target for the echo of a new secret, and waits for it. Not to be called while the world
   * is held.
   *
   * @throws Refused when the target does not echo it
   */
  public Secret shakeHands(URI target) {
    Secret secret = world.during(this::newSecret);
    try (WorldClock.Flight _ = world.clock().hold()) {
      Instant now = world.now();
      var headers =
          Headers.of("Content-Type", "application/json", Handshake.HEADER, secret.reveal());
      var parcel = new Parcel("", "handshake", 0, now, target, headers, Body.of(""));
      Post.Outcome outcome =
          post.send(
              new Post.Order(Attempt.Kind.HANDSHAKE, parcel, "a create call is open", List.of()));
      judge(outcome.answer(), secret);
      return secret;
    }
  }

  /** 32 hex digits, as captured from the real service. */
  private Secret newSecret() {
    return Secret.of(String.format("%016x%016x", secrets.nextLong(), secrets.nextLong()));
  }

  private void judge(Answer answer, Secret secret) {
    String server = "The remote server which is intended to receive the webhook ";
    switch (answer) {
      case Answer.Response(int status, _, _, _) when status != 200 && status != 204 ->
          throw Refused.badRequest(server + "responded with an incorrect status code: " + status);
      case Answer.Response(_, _, Headers headers, _) -> {
        if (!headers.all(Handshake.HEADER).equals(List.of(secret.reveal()))) {
          throw Refused.badRequest(server + "did not respond with the handshake secret.");
        }
      }
      case Answer.TimedOut() ->
          throw Refused.badRequest(
              server
                  + "did not respond within "
                  + settings.answerTimeout().toSeconds()
                  + " seconds.");
      case Answer other ->
          throw Refused.badRequest(server + "could not be reached: " + other.summary());
    }
  }

  /** Deliveries begin. To be called while the world is held. */
  public void begin(LiveWebhook webhook) {
    couriers.put(
        webhook.gid(), new Courier(world, webhooks, settings, post, faults, webhook, seed));
  }

  private void arrived(LiveWebhook webhook) {
    Courier courier = couriers.get(webhook.gid());
    if (courier != null) {
      courier.arrived();
    }
  }

  private void deleted(LiveWebhook webhook) {
    Courier courier = couriers.remove(webhook.gid());
    if (courier != null) {
      courier.stop();
    }
    faults.onDeletion(webhook.gid()).forEach(post::stray);
  }
}
