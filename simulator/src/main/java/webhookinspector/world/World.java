package webhookinspector.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Change;
import webhookinspector.event.Event;

/**
 * Everything that exists in the local Asana. One lock guards it all: whoever reads or changes it
 * does so {@link #during} which nobody else does, and never waits for a network meanwhile.
 */
public final class World {

  private final ReentrantLock lock = new ReentrantLock();
  private final WorldClock clock;
  private final Map<String, Item> items = new HashMap<>();
  private final List<Consumer<Occurrence>> listeners = new ArrayList<>();
  private final SplittableRandom gids;
  private long lastGid;
  private long occurrences;
  private Item workspace;
  private Item team;
  private List<Item> people;

  /** An empty world with a workspace, a team and its people. */
  public World(WorldClock clock, long seed) {
    this.clock = clock;
    this.gids = new SplittableRandom(seed);
    this.lastGid = 1_200_000_000_000_000L + gids.nextInt(1_000_000) * 1_000L;
    this.workspace = create(Type.WORKSPACE, null, "Fernhill Studio");
    workspace.with("email_domains", List.of("example.com")).with("is_organization", true);
    this.team = create(Type.TEAM, null, "Product").within(workspace);
    team.with("description", "").with("organization", workspace);
    this.people = People.settle(this, seed);
  }

  /** Does something while nobody else reads or changes the world. */
  public <T extends @Nullable Object> T during(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** The same, without a result. */
  public void run(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  /** Tells each occurrence to a listener, while the world is held. */
  public void listen(Consumer<Occurrence> listener) {
    listeners.add(listener);
  }

  public WorldClock clock() {
    return clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public Item workspace() {
    return workspace;
  }

  public Item team() {
    return team;
  }

  /** The first is who acts when nobody is named. */
  public List<Item> people() {
    return people;
  }

  /** Somebody new. */
  public Item welcome(String email) {
    Item user = People.describe(this, create(Type.USER, null, email), email);
    var all = new ArrayList<Item>(people);
    all.add(user);
    people = List.copyOf(all);
    return user;
  }

  /** What has that gid and is not deleted. */
  public Optional<Item> find(String gid) {
    return Optional.ofNullable(items.get(gid)).filter(item -> !item.deleted());
  }

  /** What has that gid, even when it lies in the bin. */
  public Optional<Item> findEvenDeleted(String gid) {
    return Optional.ofNullable(items.get(gid));
  }

  /** Everything of a type that is not deleted, in the order of creation. */
  public Stream<Item> all(Type type) {
    return items.values().stream()
        .filter(item -> item.type() == type && !item.deleted())
        .sorted((a, b) -> Long.compare(Long.parseLong(a.gid()), Long.parseLong(b.gid())));
  }

  /** A gid that nothing has: decimal digits. */
  public String newGid() {
    lastGid += 1 + gids.nextInt(20);
    return Long.toString(lastGid);
  }

  Item create(Type type, @Nullable String subtype, String name) {
    var item = new Item(newGid(), type, subtype).with("name", name);
    items.put(item.gid(), item);
    return item;
  }

  /** Out of the bin, for good. */
  void forget(Item item) {
    items.remove(item.gid());
  }

  void tell(String action, Item item, @Nullable Item parent, @Nullable Item user) {
    tell(action, item, parent, user, Duration.ZERO, null);
  }

  void tellChange(Item item, @Nullable Item user, Change change) {
    tell("changed", item, null, user, Duration.ZERO, change);
  }

  /**
   * @param later after now: Asana's own steps lie some milliseconds apart
   */
  void tell(
      String action,
      Item item,
      @Nullable Item parent,
      @Nullable Item user,
      Duration later,
      @Nullable Change change) {
    var event =
        new Event(
            action,
            item.ref(),
            parent == null ? null : parent.ref(),
            user == null ? null : user.ref(),
            now().plus(later),
            change);
    var occurrence = new Occurrence(++occurrences, event, Bubbling.of(item, parent));
    listeners.forEach(listener -> listener.accept(occurrence));
  }
}
