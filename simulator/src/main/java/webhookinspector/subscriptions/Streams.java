package webhookinspector.subscriptions;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import webhookinspector.world.Occurrence;
import webhookinspector.world.World;

/** The event streams that callers follow with sync tokens. Only used while the world is held. */
public final class Streams {

  private final World world;
  private final Limits limits;
  private final SplittableRandom random;
  private final Map<String, NavigableMap<Long, Occurrence>> kept = new HashMap<>();
  private final Map<String, Token> tokens = new LinkedHashMap<>();
  private long last;

  public Streams(World world, Limits limits, long seed) {
    this.world = world;
    this.limits = limits;
    this.random = new SplittableRandom(seed);
    world.listen(this::keep);
  }

  /** What one call gets. */
  public sealed interface Page {

    /** No token, or one that is invalid or too old: here is a fresh one (412). */
    record Start(String sync) implements Page {}

    /** At most {@link Limits#eventsPerPage} events after the token. */
    record Events(List<Occurrence> events, String sync, boolean hasMore) implements Page {}
  }

  private record Token(String app, String resource, long after, Instant madeAt) {}

  /**
   * @param sync null at the first call
   */
  public Page read(Caller caller, String resource, @Nullable String sync) {
    forgetOld();
    Token token = sync == null ? null : tokens.get(sync);
    if (token == null || !token.resource.equals(resource) || !token.app.equals(caller.app())) {
      kept.computeIfAbsent(resource, gid -> new TreeMap<>());
      return new Page.Start(fresh(caller, resource, last));
    }
    var after = kept.getOrDefault(resource, new TreeMap<>()).tailMap(token.after, false);
    List<Occurrence> page = after.values().stream().limit(limits.eventsPerPage()).toList();
    long reached = page.isEmpty() ? token.after : page.getLast().number();
    return new Page.Events(page, fresh(caller, resource, reached), after.size() > page.size());
  }

  /** How many streams there are on a resource: each takes one of its places. */
  public int count(String resource) {
    forgetOld();
    return (int)
        tokens.values().stream()
            .filter(token -> token.resource.equals(resource))
            .map(Token::app)
            .distinct()
            .count();
  }

  /** Whether a caller follows a resource already. */
  public boolean follows(Caller caller, String resource) {
    forgetOld();
    return tokens.values().stream()
        .anyMatch(each -> each.app.equals(caller.app()) && each.resource.equals(resource));
  }

  private String fresh(Caller caller, String resource, long after) {
    String sync =
        String.format("%016x%016x:0", random.nextLong(), random.nextLong()); // as on the wire
    tokens.put(sync, new Token(caller.app(), resource, after, world.now()));
    return sync;
  }

  private void forgetOld() {
    Instant oldest = world.now().minus(limits.syncLife());
    boolean forgot = false;
    for (var each = tokens.values().iterator(); each.hasNext(); forgot = true) {
      if (!each.next().madeAt.isBefore(oldest)) {
        break; // in the order of their making, so the others are younger
      }
      each.remove();
    }
    if (forgot) {
      kept.keySet()
          .removeIf(gid -> tokens.values().stream().noneMatch(t -> t.resource.equals(gid)));
    }
    kept.values().forEach(events -> forgetOlder(events, oldest));
  }

  private static void forgetOlder(NavigableMap<Long, Occurrence> events, Instant oldest) {
    while (!events.isEmpty() && isBefore(events.firstEntry().getValue(), oldest)) {
      events.pollFirstEntry();
    }
  }

  private static boolean isBefore(Occurrence occurrence, Instant time) {
    Instant at = occurrence.event().createdAt();
    return at != null && at.isBefore(time);
  }

  private void keep(Occurrence occurrence) {
    last = occurrence.number();
    for (String gid : occurrence.reaches()) {
      NavigableMap<Long, Occurrence> events = kept.get(gid);
      if (events != null) {
        events.put(occurrence.number(), occurrence);
        forgetOlder(events, world.now().minus(limits.syncLife()));
      }
    }
  }
}
