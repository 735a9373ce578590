package webhookinspector.subscriptions;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.trust.Secret;
import webhookinspector.world.Item;
import webhookinspector.world.Occurrence;

/**
 * A webhook that exists, with the events that wait for their delivery. Only read and changed while
 * the world is held.
 */
public final class LiveWebhook {

  private final String gid;
  private final Caller owner;
  private final Item resource;
  private final URI target;
  private final Secret secret;
  private final Instant createdAt;
  private final Deque<Occurrence> waiting = new ArrayDeque<>();
  private List<Filter> filters;
  private Health health;
  private boolean deleted;

  LiveWebhook(String gid, Draft draft, Secret secret, Instant createdAt, Instant handshakeAt) {
    this.gid = gid;
    this.owner = draft.owner();
    this.resource = draft.resource();
    this.target = draft.target();
    this.filters = draft.filters();
    this.secret = secret;
    this.createdAt = createdAt;
    this.health = Health.good(handshakeAt);
  }

  public String gid() {
    return gid;
  }

  public Caller owner() {
    return owner;
  }

  public Item resource() {
    return resource;
  }

  public URI target() {
    return target;
  }

  public Secret secret() {
    return secret;
  }

  public List<Filter> filters() {
    return filters;
  }

  public Health health() {
    return health;
  }

  public void health(Health now) {
    health = now;
  }

  public boolean deleted() {
    return deleted;
  }

  /** How many events wait. */
  public int waiting() {
    return waiting.size();
  }

  /** The oldest events that wait; they go on waiting until they are {@link #delivered}. */
  public List<Occurrence> oldest(int atMost) {
    return waiting.stream().limit(atMost).toList();
  }

  /** The oldest events wait no more. */
  public void delivered(int howMany) {
    for (int i = 0; i < howMany; i++) {
      waiting.poll();
    }
  }

  /** As the REST calls tell it. */
  public Webhook view() {
    return new Webhook(
        gid,
        true,
        resource.ref(),
        target,
        filters,
        createdAt,
        health.lastSuccessAt(),
        health.lastFailureAt(),
        health.lastFailureContent(),
        health.retryCount(),
        health.nextAttemptAfter(),
        health.deletionAt());
  }

  boolean lets(Occurrence occurrence) {
    return filters.isEmpty() || filters.stream().anyMatch(f -> f.matches(occurrence.event()));
  }

  void await(Occurrence occurrence) {
    waiting.add(occurrence);
  }

  void filters(List<Filter> now) {
    filters = List.copyOf(now);
  }

  void delete() {
    deleted = true;
    waiting.clear();
  }
}
