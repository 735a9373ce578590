package webhookinspector.webhooks;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.asana.Asana;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.event.Ref;
import webhookinspector.handshakes.Handshakes;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.registry.Registry;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.FilterLint;
import webhookinspector.subscription.Webhook;

/**
 * Webhooks at Asana and our inboxes for them. Every call may throw {@link AsanaRefused} or {@link
 * webhookinspector.asana.AsanaUnreachable}; those that save may throw {@link
 * webhookinspector.registry.NotSaved}. Safe for many threads.
 */
public final class Webhooks {

  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);

  private final Asana asana;
  private final Registry registry;
  private final Creation creation;
  private final Tidying tidying;

  /** Made by this process. */
  private final Set<InboxName> created = ConcurrentHashMap.newKeySet();

  /**
   * @param random makes keys, so it must be a cryptographic generator outside tests
   */
  public Webhooks(
      Asana asana,
      Registry registry,
      Handshakes handshakes,
      InstantSource clock,
      RandomGenerator random) {
    this.asana = asana;
    this.registry = registry;
    this.creation = new Creation(asana, registry, handshakes, clock, random);
    this.tidying = new Tidying(asana, registry, handshakes);
  }

  /**
   * Opens an inbox and creates a webhook that targets it; returns after the handshake, so the
   * receiver must run. Nothing is left behind when it fails, here or at Asana; if Asana cannot be
   * asked, the next {@link #tidy} sees to it.
   *
   * @throws IllegalArgumentException for filters or a target that Asana would refuse
   */
  public Created create(Wish wish) {
    Created made = creation.create(wish);
    created.add(made.inbox().name());
    return made;
  }

  /**
   * To be called at the start, before anything is created: ends creations that a crash cut off.
   * Never throws for Asana's sake.
   */
  public List<Tidied> tidy() {
    return own(own -> own.gid() == null).map(tidying::unfinished).toList();
  }

  /**
   * Removes what an earlier run should have removed at its end and could not, as after a power cut.
   * For a process that creates webhooks itself, never for one that only receives.
   */
  public List<Tidied> removeLeftovers() {
    return own(own -> own.gid() != null && !own.keep())
        .filter(inbox -> !created.contains(inbox.name()))
        .map(tidying::remove)
        .toList();
  }

  /**
   * At the end: removes exactly what this process created and was not to keep, and ends creations
   * that are still under way. Takes no longer than somebody who pressed Ctrl+C waits, 10 s.
   */
  public List<Tidied> removeOwn() {
    List<Inbox> finished =
        own(own -> own.gid() != null && !own.keep())
            .filter(inbox -> created.contains(inbox.name()))
            .toList();
    List<Inbox> underWay = own(own -> own.gid() == null).toList();
    return Farewell.within(
        PATIENCE_AT_THE_END,
        Stream.concat(finished.stream(), underWay.stream()).toList(),
        inbox -> underWay.contains(inbox) ? tidying.unfinished(inbox) : tidying.remove(inbox));
  }

  /** Inboxes whose webhook this data folder created, by name. */
  public List<Inbox> mine() {
    return own(own -> own.gid() != null).toList();
  }

  /**
   * What this token's user and app have.
   *
   * @param workspace gid, or null for all that the token sees
   * @param resource gid, to see only those that watch it, or null
   */
  public List<Known> list(@Nullable String workspace, @Nullable String resource) {
    List<String> workspaces =
        workspace != null
            ? List.of(workspace)
            : asana.workspaces().stream().map(found -> found.gid()).toList();
    return workspaces.stream()
        .flatMap(gid -> asana.webhooks(gid, resource).stream())
        .map(this::known)
        .toList();
  }

  /** One, fresh from Asana. */
  public Known show(String gid) {
    try {
      return known(asana.webhook(gid));
    } catch (AsanaRefused e) {
      throw inboxOf(gid).map(inbox -> Gone.explained(e, inbox)).orElse(e);
    }
  }

  /** What {@link #create} would say of filters; changes nothing. */
  public Linted lint(String gid, List<Filter> filters) {
    Ref resource = asana.resource(gid);
    return new Linted(resource, FilterLint.of(resource.type().orElse("resource"), filters));
  }

  /**
   * Replaces the whole filter list.
   *
   * @throws IllegalArgumentException for filters that Asana would refuse
   */
  public Updated update(String gid, List<Filter> filters) {
    Webhook before = show(gid).webhook();
    List<String> remarks = Lint.remarksOrRefusal(before.resource(), filters);
    Webhook after = asana.update(gid, filters);
    inboxOf(gid).ifPresent(inbox -> registry.save(inbox.with(own(inbox).withFilters(filters))));
    return new Updated(before, after, remarks);
  }

  /** Deletes the one that the user named, whoever made it, and closes its inbox if it is ours. */
  public Deleted delete(String gid) {
    Optional<Inbox> ours = inboxOf(gid);
    boolean wasThere = new AtAsana(asana).remove(gid);
    ours.ifPresent(inbox -> registry.remove(inbox.name()));
    return new Deleted(gid, wasThere, ours.map(Inbox::name).orElse(null));
  }

  private Known known(Webhook webhook) {
    return new Known(webhook, inboxOf(webhook.gid()).map(Inbox::name).orElse(null));
  }

  private Optional<Inbox> inboxOf(String gid) {
    return own(own -> gid.equals(own.gid())).findFirst();
  }

  private Stream<Inbox> own(Predicate<OwnWebhook> which) {
    return registry.inboxes().stream()
        .filter(inbox -> inbox.webhook() != null && which.test(inbox.webhook()));
  }

  private static OwnWebhook own(Inbox inbox) {
    return Objects.requireNonNull(inbox.webhook(), "found by its webhook");
  }
}
