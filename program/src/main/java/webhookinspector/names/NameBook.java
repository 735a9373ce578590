package webhookinspector.names;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Event;
import webhookinspector.event.Ref;
import webhookinspector.inspection.Names;

/**
 * Names that were looked up, with the time they were learnt. Each gid costs one call an hour at
 * most; when Asana does not answer or limits us, nobody is asked for a while and sentences go on
 * with what is known.
 */
public final class NameBook implements Names, AutoCloseable {

  /**
   * How long an answer counts, "has no name" included; a rename that an event tells ends it at
   * once.
   */
  static final Duration FRESH = Duration.ofHours(1);

  /** How long nobody is asked after a failure. */
  static final Duration REST = Duration.ofSeconds(30);

  /** How many names are remembered; the ones longest unused make room. */
  static final int MOST = 50_000;

  /** Look-ups under way at once: far below Asana's 50 open reads (rate limits page). */
  private static final int AT_ONCE = 8;

  private record Learnt(@Nullable String name, Instant at) {}

  private final Function<Ref, Optional<String>> ask;
  private final InstantSource clock;
  private final Duration patience;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExecutorService lookUps = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, CountDownLatch> underWay = new ConcurrentHashMap<>();
  private final Map<String, Learnt> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Learnt> eldest) {
              return size() > MOST;
            }
          });

  private volatile Instant notBefore = Instant.MIN;

  /**
   * @param ask {@code Asana::name}
   * @param patience how long a sentence may wait for its names; what comes later serves the next
   *     one
   */
  public NameBook(Function<Ref, Optional<String>> ask, InstantSource clock, Duration patience) {
    this.ask = ask;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public Optional<String> of(String gid) {
    Learnt learnt = known.get(gid);
    return learnt == null ? Optional.empty() : Optional.ofNullable(learnt.name);
  }

  @Override
  public void meet(List<Event> events) {
    events.stream()
        .filter(NameBook::renames)
        .forEach(event -> known.remove(event.resource().gid()));
    events.forEach(this::remember);
    learn(events.stream().flatMap(NameBook::mentioned).toList());
  }

  /**
   * The events stream tells names along. They count from when it happened, for the event may be an
   * old one.
   */
  private void remember(Event event) {
    Instant created = event.createdAt();
    if (created == null) {
      return;
    }
    Instant now = clock.instant();
    Instant at = created.isBefore(now) ? created : now;
    mentioned(event)
        .filter(ref -> ref.name() != null)
        .forEach(ref -> known.merge(ref.gid(), new Learnt(ref.name(), at), NameBook::newer));
  }

  private static Learnt newer(Learnt one, Learnt other) {
    return other.at.isBefore(one.at) ? one : other;
  }

  @Override
  public void learn(List<Ref> things) {
    List<CountDownLatch> awaited =
        things.stream()
            .filter(ref -> ref.name() == null && isUnknown(ref.gid()))
            .map(this::lookUp)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    await(awaited);
  }

  private static boolean renames(Event event) {
    return event.change() != null && event.change().field().equals("name");
  }

  private static Stream<Ref> mentioned(Event event) {
    Stream<@Nullable Ref> values =
        event.change() == null
            ? Stream.empty()
            : Stream.of(
                event.change().newValue(),
                event.change().addedValue(),
                event.change().removedValue());
    return Stream.concat(Stream.of(event.resource(), event.parent(), event.user()), values)
        .flatMap(Stream::ofNullable);
  }

  private boolean isUnknown(String gid) {
    Learnt learnt = known.get(gid);
    return learnt == null || learnt.at.plus(FRESH).isBefore(clock.instant());
  }

  /** Empty while nobody is to be asked. */
  private Optional<CountDownLatch> lookUp(Ref ref) {
    if (clock.instant().isBefore(notBefore)) {
      return Optional.empty();
    }
    var mine = new CountDownLatch(1);
    CountDownLatch other = underWay.putIfAbsent(ref.gid(), mine);
    if (other != null) {
      return Optional.of(other);
    }
    try {
      lookUps.execute(() -> learn(ref, mine));
    } catch (RejectedExecutionException e) {
      underWay.remove(ref.gid());
      return Optional.empty(); // closed meanwhile
    }
    return Optional.of(mine);
  }

  private void learn(Ref ref, CountDownLatch done) {
    try {
      places.acquire();
      try {
        known.put(ref.gid(), new Learnt(ask.apply(ref).orElse(null), clock.instant()));
      } finally {
        places.release();
      }
    } catch (RuntimeException e) { // refused, unreachable, or no token at all
      notBefore = clock.instant().plus(REST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed: nobody waits any more
    } finally {
      underWay.remove(ref.gid());
      done.countDown();
    }
  }

  private void await(List<CountDownLatch> awaited) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      for (CountDownLatch latch : awaited) {
        if (!latch.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    lookUps.shutdownNow();
  }
}
