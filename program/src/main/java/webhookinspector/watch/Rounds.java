package webhookinspector.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.asana.Asana;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.event.Ref;
import webhookinspector.inbox.Inbox;
import webhookinspector.registry.Registry;
import webhookinspector.subscription.Webhook;

/**
 * Asks Asana how our webhooks fare: one list a workspace, or one by one where that is fewer calls.
 * Only a 404 for the gid itself makes one missing, for a list shows what this token's user and app
 * made, and nothing else. For one thread.
 */
public final class Rounds {

  /** A deletion is to be noticed within five minutes, the call included. */
  static final Duration EVERY = Duration.ofMinutes(4);

  /** After a round that failed, doubled each time up to {@link #EVERY}. */
  static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private static final Duration WORKSPACES_LAST = Duration.ofHours(1);
  private static final int NOT_FOUND = 404;
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Asana asana;
  private final Registry registry;
  private final Watch watch;
  private final InstantSource clock;
  private List<String> workspaces = List.of();
  private Instant workspacesUntil = Instant.MIN;
  private Instant due = Instant.MIN;
  private Duration pause = FIRST_PAUSE;

  public Rounds(Asana asana, Registry registry, Watch watch, InstantSource clock) {
    this.asana = asana;
    this.registry = registry;
    this.watch = watch;
    this.clock = clock;
  }

  /** Makes a round if it is time for one. Never throws for Asana's sake. */
  public void makeWhenDue() {
    Instant now = clock.instant();
    if (!now.isBefore(due)) {
      make(now);
    }
  }

  private void make(Instant begun) {
    List<Inbox> watched = Owned.in(registry);
    if (watched.isEmpty()) {
      return;
    }
    try {
      ask(watched);
      due = begun.plus(EVERY);
      pause = FIRST_PAUSE;
    } catch (RuntimeException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
      LOG.info("webhooks cannot be looked after: {}", why);
      watch.refused(why);
      due = begun.plus(pause);
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(EVERY) < 0 ? longer : EVERY;
    }
  }

  private void ask(List<Inbox> watched) {
    Set<String> open = new HashSet<>();
    watched.forEach(inbox -> open.add(Owned.gid(inbox)));
    if (open.size() > 1 && workspaces().size() < open.size()) {
      for (String workspace : workspaces) {
        for (Webhook webhook : asana.webhooks(workspace, null)) {
          if (open.remove(webhook.gid())) {
            watch.told(webhook);
          }
        }
      }
    }
    open.forEach(this::askAlone);
  }

  private List<String> workspaces() {
    Instant now = clock.instant();
    if (!now.isBefore(workspacesUntil)) {
      workspaces = asana.workspaces().stream().map(Ref::gid).toList();
      workspacesUntil = now.plus(WORKSPACES_LAST);
    }
    return workspaces;
  }

  private void askAlone(String gid) {
    try {
      watch.told(asana.webhook(gid));
    } catch (AsanaRefused e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
      if (isStillOurs(gid)) {
        watch.missing(gid);
      }
    }
  }

  /** A deletion of our own is no loss. */
  private boolean isStillOurs(String gid) {
    return Owned.in(registry).stream().anyMatch(inbox -> Owned.gid(inbox).equals(gid));
  }
}
