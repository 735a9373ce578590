package webhookinspector.stream;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import webhookinspector.inbox.InboxName;

/** All streams that this process follows, each on a thread of its own. Safe for many threads. */
public final class Streams implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

  /** A page that is being kept may take as long as the ledger does. */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Means means;
  private final Turns turns;
  private final BiConsumer<String, Standing> told;
  private final Map<String, Thread> followers = new ConcurrentHashMap<>();

  /**
   * @param told with a resource's gid, whenever its stream's standing changes; on the stream's
   *     thread, so soon done
   */
  public Streams(Means means, BiConsumer<String, Standing> told) {
    this.means = means;
    this.turns = new Turns(means.clock(), means.rest());
    this.told = told;
  }

  /** What the pages of a resource's stream are kept under. */
  public static InboxName inboxOf(String resource) {
    return Place.inboxOf(resource);
  }

  /** Starts following, unless that is done already. One that has ended is begun anew. */
  public void follow(String resource, Manner manner) {
    followers.compute(
        resource,
        (gid, there) -> there != null && there.isAlive() ? there : start(resource, manner));
  }

  private Thread start(String resource, Manner manner) {
    var follower =
        new Follower(means, turns, resource, manner, standing -> told.accept(resource, standing));
    return Thread.ofVirtual()
        .name("stream-" + resource)
        .start(
            () -> {
              try {
                follower.follow();
              } catch (InterruptedException e) {
                LOG.debug("stream of {} left", resource);
              } catch (RuntimeException e) {
                LOG.error("stream of {} broke", resource, e);
              }
            });
  }

  /** Waits until following ends by itself: Asana said no for good, or its time is over. */
  public void await(String resource) throws InterruptedException {
    Thread follower = followers.get(resource);
    if (follower != null) {
      follower.join();
    }
  }

  /** Stops following; where it stood is remembered. */
  public void leave(String resource) {
    Thread follower = followers.remove(resource);
    if (follower != null) {
      follower.interrupt();
    }
  }

  /** Gids of the resources that are followed, those whose stream has ended included. */
  public Set<String> followed() {
    return Set.copyOf(followers.keySet());
  }

  @Override
  public void close() {
    followers.values().forEach(Thread::interrupt);
    try {
      for (Thread follower : followers.values()) {
        if (!follower.join(CLOSING)) {
          LOG.warn("{} does not end", follower.getName());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
