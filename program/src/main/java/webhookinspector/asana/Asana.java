package webhookinspector.asana;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.subscription.Filter;
import webhookinspector.subscription.Webhook;
import webhookinspector.trust.Secret;

/**
 * Asana's REST API 1.0 as far as we call it. Each call blocks, with a deadline; {@code Retry-After}
 * is obeyed; only calls that change nothing are tried again. Every call may throw {@link
 * AsanaRefused} or {@link AsanaUnreachable}. Safe for many threads.
 */
public interface Asana {

  /**
   * Creates a webhook. Stays open until the target has answered the handshake, so the receiver must
   * run meanwhile.
   *
   * @return the record and the authenticated copy of its secret
   */
  Created create(String resource, URI target, List<Filter> filters);

  /** What the 201 holds (API description, createWebhook): the record, and beside it the secret. */
  record Created(Webhook webhook, Secret secret) {}

  /** One webhook; {@link AsanaRefused} with 404 once it is deleted. */
  Webhook webhook(String gid);

  /**
   * The webhooks of this user and app in one workspace, on one resource if it is given. All pages.
   */
  List<Webhook> webhooks(String workspace, @Nullable String resource);

  /** Replaces the whole filter list; nothing else of a webhook can change. */
  Webhook update(String gid, List<Filter> filters);

  /** Deletes it for good; a delivery that is under way may still arrive. */
  void delete(String gid);

  /** Whose token this is. */
  Ref me();

  /** The workspaces that the token sees. */
  List<Ref> workspaces();

  /** The projects of a workspace that the token sees. */
  List<Ref> projects(String workspace);

  /**
   * What people may mean by some words, best first; Asana looks at the begin of names and at what
   * this user met lately (API description, typeahead).
   *
   * @param type such as {@code project}
   * @param most 1 to 100
   */
  List<Ref> meant(String workspace, String type, String words, int most);

  /** What a gid is: tries project, then task; with its name and type. */
  Ref resource(String gid);

  /** The workspace that a project or task belongs to. */
  Ref workspaceOf(Ref resource);

  /**
   * What people call a thing.
   *
   * @param ref with its type; of a type that has no names, such as a story, nobody is asked
   * @return empty when it has none, is deleted, or the token does not see it
   */
  Optional<String> name(Ref ref);

  /**
   * What happened to a project, task or goal since a sync token. Asking again with the same token
   * is safe. Unlike the others this call is tried once and waits for nothing: whoever follows a
   * stream has a pace of his own.
   *
   * @param sync from the page before, or null to begin
   */
  EventsPage events(String resource, @Nullable String sync);

  /**
   * The tasks of a project that were modified since a time, or a task itself if it was. Other
   * resources have none.
   */
  List<Modified> modified(String resource, Instant since);

  /**
   * What Asana says about a task.
   *
   * @param at its {@code modified_at}: the last change of anything about it
   */
  record Modified(Ref resource, Instant at) {}

  /**
   * Until when Asana wants nothing more ({@code Retry-After}); nothing when it takes calls. A call
   * that is made earlier waits, or is refused without being sent.
   */
  Optional<Instant> closedUntil();

  /** The API's address, for people. */
  URI base();
}
