package webhookinspector.subscriptions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.FilterLint;
import webhookinspector.trust.Secret;
import webhookinspector.world.Occurrence;
import webhookinspector.world.World;

/** All webhooks. Only used while the world is held. */
public final class Webhooks {

  private static final String DUPLICATE =
      "Duplicated webhook. You already have an existing webhook for the given resource and target."
          + " Delete the old one before creating another.";

  private final World world;
  private final Limits limits;
  private final Streams streams;
  private final Map<String, LiveWebhook> byGid = new LinkedHashMap<>();
  private final Map<String, List<LiveWebhook>> byResource = new LinkedHashMap<>();
  private Consumer<LiveWebhook> onArrival = webhook -> {};
  private Consumer<LiveWebhook> onDeletion = webhook -> {};

  public Webhooks(World world, Limits limits, Streams streams) {
    this.world = world;
    this.limits = limits;
    this.streams = streams;
    world.listen(this::tell);
  }

  /**
   * @param arrival an event waits for that webhook
   * @param deletion it is gone
   */
  public void listen(Consumer<LiveWebhook> arrival, Consumer<LiveWebhook> deletion) {
    onArrival = arrival;
    onDeletion = deletion;
  }

  /**
   * Whether Asana would shake hands for it.
   *
   * @throws Refused if not
   */
  public void check(Draft draft) {
    lint(draft.resource().type().word(), draft.filters());
    String resource = draft.resource().gid();
    if (at(resource).stream().anyMatch(draft::isTwinOf)) {
      throw Refused.forbidden(DUPLICATE);
    }
    checkRoom(resource);
    if (of(draft.owner()).size() >= limits.perCaller()) {
      throw Refused.forbidden("You have " + limits.perCaller() + " webhooks already");
    }
  }

  /**
   * Whether one more webhook or event stream has room on a resource: both take from the same places
   * (webhooks guide).
   *
   * @throws Refused if not
   */
  public void checkRoom(String resource) {
    if (at(resource).size() + streams.count(resource) >= limits.perResource()) {
      throw Refused.forbidden(
          "resource: has " + limits.perResource() + " webhooks and event streams already");
    }
  }

  private static void lint(String level, List<Filter> filters) {
    FilterLint.of(level, filters).stream()
        .filter(FilterLint.Finding::refused)
        .findFirst()
        .ifPresent(
            finding -> {
              throw Refused.badRequest("filters: " + finding.message());
            });
  }

  /** It exists from now on. */
  public LiveWebhook add(Draft draft, Secret secret, Instant createdAt) {
    check(draft); // again, for a twin may have shaken hands meanwhile
    var webhook = new LiveWebhook(world.newGid(), draft, secret, createdAt, world.now());
    byGid.put(webhook.gid(), webhook);
    byResource.computeIfAbsent(draft.resource().gid(), gid -> new ArrayList<>()).add(webhook);
    return webhook;
  }

  /** Those of one caller, in the order of creation. */
  public List<LiveWebhook> of(Caller caller) {
    return byGid.values().stream().filter(w -> w.owner().isSameAs(caller)).toList();
  }

  /** All callers' webhooks, in the order of creation. */
  public List<LiveWebhook> all() {
    return List.copyOf(byGid.values());
  }

  /** The one of that gid, whoever owns it. */
  public Optional<LiveWebhook> find(String gid) {
    return Optional.ofNullable(byGid.get(gid));
  }

  /** Replaces the whole list. */
  public void filter(LiveWebhook webhook, List<Filter> filters) {
    lint(webhook.resource().type().word(), filters);
    webhook.filters(filters);
  }

  public void delete(LiveWebhook webhook) {
    if (byGid.remove(webhook.gid()) != null) {
      at(webhook.resource().gid()).remove(webhook);
      webhook.delete();
      onDeletion.accept(webhook);
    }
  }

  private List<LiveWebhook> at(String resource) {
    return byResource.getOrDefault(resource, new ArrayList<>());
  }

  private void tell(Occurrence occurrence) {
    for (String gid : occurrence.reaches()) {
      for (LiveWebhook webhook : byResource.getOrDefault(gid, List.of())) {
        if (webhook.lets(occurrence)) {
          webhook.await(occurrence);
          onArrival.accept(webhook);
        }
      }
    }
  }
}
