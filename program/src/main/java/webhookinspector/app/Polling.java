package webhookinspector.app;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.asana.AsanaRefused;
import webhookinspector.inbox.DeliveryIds;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.OwnWebhook;
import webhookinspector.registry.Alert;
import webhookinspector.stream.Manner;
import webhookinspector.stream.Means;
import webhookinspector.stream.Standing;
import webhookinspector.stream.Streams;
import webhookinspector.web.Refusal;

/** The streams of a holder: those that were asked for, or one beside each of our webhooks. */
final class Polling implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

  /** How soon a webhook that was created or removed is noticed. */
  private static final Duration GLANCE = Duration.ofSeconds(1);

  private static final int NOT_OF_A_KIND_THAT_HAS_EVENTS = 400;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private final Core core;
  private final AccessToken token;
  private final ZoneId zone;
  private final Streams streams;
  private final Map<String, Standing> standings = new ConcurrentHashMap<>();
  private volatile @Nullable Runnable whenDone;
  private volatile Predicate<Collection<Standing>> isDone = _ -> false;
  private volatile Thread glancing = Thread.ofVirtual().unstarted(() -> {});

  Polling(Core core, Settings settings) {
    this.core = core;
    this.token = settings.asana().token();
    this.zone = settings.surroundings().zone();
    var random = new SecureRandom();
    var clock = settings.surroundings().clock();
    this.streams =
        new Streams(
            new Means(
                core.asana(),
                core.ledger(),
                core.registry(),
                core.gaps()::tell,
                new DeliveryIds(clock, random),
                clock,
                random,
                Thread::sleep),
            this::stands);
  }

  /**
   * Follows some resources.
   *
   * @param once whether it is done when Asana has nothing more to tell
   * @param done called then, and when Asana refuses every one of them
   */
  void follow(List<String> resources, boolean once, Runnable done) {
    whenDone = done;
    isDone =
        all -> all.size() == resources.size() && all.stream().allMatch(one -> isOver(one, once));
    resources.forEach(gid -> streams.follow(gid, Manner.ALONE));
  }

  private static boolean isOver(Standing standing, boolean once) {
    return switch (standing) {
      case Standing.Ended _ -> true;
      case Standing.Following following -> once && following.caughtUp();
      case Standing.Waiting _ -> false;
    };
  }

  /**
   * That one stream at least has not ended.
   *
   * @throws AsanaRefused why, when Asana refused every one of those that were asked for
   */
  void demandAny() {
    boolean all = !standings.isEmpty() && standings.values().stream().allMatch(Polling::hasEnded);
    if (all && whenDone != null) {
      throw ((Standing.Ended) standings.values().iterator().next()).why();
    }
  }

  private static boolean hasEnded(Standing standing) {
    return standing instanceof Standing.Ended;
  }

  /** Keeps a stream beside each webhook of ours, as they come and go. */
  void besideWebhooks() {
    glancing = Thread.ofVirtual().name("streams-beside").start(this::glance);
  }

  private void glance() {
    try {
      while (true) {
        Set<String> watched = watched();
        streams.followed().stream().filter(gid -> !watched.contains(gid)).forEach(this::leave);
        watched.stream()
            .filter(gid -> !streams.followed().contains(gid))
            .forEach(gid -> streams.follow(gid, Manner.BESIDE));
        Thread.sleep(GLANCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the holder ends
    }
  }

  /** Nothing without a token: a service may receive without ever asking Asana. */
  private Set<String> watched() {
    Set<String> watched =
        core.registry().inboxes().stream()
            .map(Inbox::webhook)
            .flatMap(webhook -> Optional.ofNullable(webhook).stream())
            .filter(webhook -> webhook.gid() != null)
            .map(OwnWebhook::resource)
            .collect(Collectors.toCollection(HashSet::new));
    return watched.isEmpty() || hasToken() ? watched : Set.of();
  }

  private boolean hasToken() {
    try {
      token.get();
      return true;
    } catch (Refusal e) {
      LOG.debug("no stream beside a webhook: {}", e.getMessage());
      return false;
    }
  }

  private void leave(String resource) {
    streams.leave(resource);
    standings.remove(resource);
    core.state().trouble(topic(resource), Optional.empty());
  }

  private void stands(String resource, Standing standing) {
    standings.put(resource, standing);
    String what = "stream of " + words(resource);
    Optional<String> trouble =
        switch (standing) {
          case Standing.Following _ -> Optional.empty();
          case Standing.Waiting(int _, String because, Instant until) ->
              Optional.of(what + ": " + because + "; asked again at " + time(until));
          case Standing.Ended(AsanaRefused why)
              when why.status() == NOT_OF_A_KIND_THAT_HAS_EVENTS ->
              Optional.empty();
          case Standing.Ended(AsanaRefused why) ->
              Optional.of(what + " has ended: " + firstLine(why));
        };
    LOG.debug("{}: {}", what, standing);
    trouble.ifPresent(LOG::info);
    if (standing instanceof Standing.Waiting(int failures, _, _) && failures > 0) {
      core.state().reconnecting(topic(resource), failures, trouble.orElseThrow());
    } else {
      core.state().trouble(topic(resource), trouble);
    }
    if (standing instanceof Standing.Ended && trouble.isPresent()) {
      core.alerts()
          .accept(
              new Alert(
                  core.clock().instant(),
                  Streams.inboxOf(resource),
                  "stream-ended",
                  trouble.get() + " Nothing is fetched for it until the program starts again."));
    }
    Runnable done = whenDone;
    if (done != null && isDone.test(standings.values())) {
      done.run();
    }
  }

  private static String topic(String resource) {
    return "stream " + resource;
  }

  private String words(String resource) {
    return core.names().of(resource).map(name -> "“" + name + "”").orElse(resource);
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  private static String firstLine(AsanaRefused why) {
    return String.valueOf(why.getMessage()).lines().findFirst().orElse("") + ".";
  }

  @Override
  public void close() {
    glancing.interrupt();
    streams.close();
  }
}
