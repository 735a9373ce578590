package webhookinspector.watch;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.inbox.Inbox;
import webhookinspector.inbox.InboxName;
import webhookinspector.registry.Level;
import webhookinspector.registry.Registry;
import webhookinspector.subscription.Webhook;

/**
 * What is known of the webhooks that we own, and how they are doing. Asks nobody and has no thread:
 * others tell it, and {@link #look} lets time pass. Safe for many threads.
 */
public final class Watch {

  private final Registry registry;
  private final InstantSource clock;
  private final Consumer<News> news;
  private final Map<String, Course> courses = new HashMap<>();
  private final PingBook pings = new PingBook();
  private final Lateness lateness = new Lateness();
  private @Nullable ClockSkew skew;

  /**
   * @param news told of each change of state, in order; must return at once
   */
  public Watch(Registry registry, InstantSource clock, Consumer<News> news) {
    this.registry = registry;
    this.clock = clock;
    this.news = news;
  }

  /** Asana gave the record of one of ours, whole. */
  public void told(Webhook webhook) {
    Instant now = clock.instant();
    learn(webhook.gid(), facts -> facts.told(webhook, now, ahead()));
  }

  /** Asana has none of that gid. */
  public void missing(String gid) {
    Instant now = clock.instant();
    learn(gid, facts -> facts.missing(now));
  }

  /**
   * Asana cannot be asked.
   *
   * @param why one line for a person, without any secret
   */
  public void refused(String why) {
    watched().forEach(inbox -> learn(Owned.gid(inbox), facts -> facts.refused(why)));
  }

  /** A believable delivery arrived. */
  public void heard(InboxName inbox, Instant at) {
    registry
        .find(inbox)
        .filter(Owned::isWatched)
        .ifPresent(found -> learn(Owned.gid(found), facts -> facts.heard(at)));
  }

  /** An event of a believable delivery arrived so long after it happened. */
  synchronized void late(InboxName inbox, Duration lag) {
    lateness.note(inbox, lag);
  }

  /**
   * A ping through an address ended.
   *
   * @param millis there and back, or null when it did not come back
   * @param because why not, one line, or null when it did
   */
  synchronized void pinged(String address, @Nullable Long millis, @Nullable String because) {
    PingBook.Noted noted = pings.note(clock.instant(), address, millis, because);
    List<Inbox> targeting =
        watched().stream().filter(inbox -> Owned.address(inbox).equals(address)).toList();
    String whyNot =
        because == null ? null : address + " does not lead to this receiver: " + because;
    targeting.forEach(inbox -> learn(Owned.gid(inbox), facts -> facts.reached(whyNot)));
    if (noted.changed()) {
      news.accept(new AddressChange(noted.ping(), targeting));
    }
  }

  /** Where the webhooks that exist are delivered to, each without {@code /in/KEY}. */
  public synchronized Set<String> addresses() {
    return watched().stream()
        .filter(inbox -> !isGone(inbox))
        .map(Owned::address)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isGone(Inbox inbox) {
    Course course = courses.get(Owned.gid(inbox));
    return course != null && course.facts().goneAt() != null;
  }

  /** These addresses alone are still of interest. */
  synchronized void forgetOtherAddresses(Set<String> these) {
    pings.keepOnly(these);
  }

  /** When a ping last came back, if the last one of each address did. */
  public synchronized Optional<Instant> lastPing() {
    return pings.last();
  }

  /** How the clocks differ was estimated anew. */
  public synchronized void clocksDiffer(ClockSkew estimate) {
    skew = estimate;
  }

  /** Differences that a heartbeat's grace outweighs are not worth an odd time in a sentence. */
  private synchronized Duration ahead() {
    ClockSkew known = skew;
    return known == null || Math.abs(known.millis()) <= 30_000 + known.within()
        ? Duration.ZERO
        : Duration.ofMillis(known.millis());
  }

  private synchronized void learn(String gid, UnaryOperator<Facts> what) {
    Course course = courses.computeIfAbsent(gid, _ -> Course.begun(clock.instant()));
    courses.put(gid, course.with(what.apply(course.facts())));
  }

  /** Looks at all of them: what was learnt, or the time that has passed, may have changed some. */
  public synchronized void look() {
    Instant now = clock.instant();
    List<Inbox> watched = watched();
    courses.keySet().retainAll(watched.stream().map(Owned::gid).toList());
    lateness.keepOnly(watched.stream().map(Inbox::name).toList());
    for (Inbox inbox : watched) {
      String gid = Owned.gid(inbox);
      String heir = isGone(inbox) ? heir(inbox, watched).orElse(null) : null;
      learn(gid, facts -> facts.replaced(heir));
      Course before = courses.getOrDefault(gid, Course.begun(now));
      Course after = before.at(now);
      courses.put(gid, after);
      Change change = Change.of(inbox, before, after, now);
      if (before.tellsOf(after) && !change.ofAddressOnly()) {
        news.accept(change);
      }
    }
  }

  /**
   * A later webhook of ours on the same resource. Should none of them live any more, the latest is
   * the one to tell of it, and not each that was there before.
   */
  private Optional<String> heir(Inbox gone, List<Inbox> watched) {
    List<Inbox> later =
        watched.stream()
            .filter(other -> Owned.webhook(other).resource().equals(Owned.webhook(gone).resource()))
            .filter(other -> Owned.webhook(other).askedAt().isAfter(Owned.webhook(gone).askedAt()))
            .toList();
    return later.stream()
        .filter(other -> !isGone(other))
        .findFirst()
        .or(() -> later.stream().max(comparing(other -> Owned.webhook(other).askedAt())))
        .map(Owned::gid);
  }

  /** What an operator should see at once, one line that lasts as long as the states do. */
  public synchronized Optional<String> trouble() {
    Stream<String> ill =
        watched().stream()
            .flatMap(
                inbox ->
                    Stream.ofNullable(courses.get(Owned.gid(inbox)))
                        .filter(Course::isTrouble)
                        .map(course -> "webhook " + inbox.name() + " " + course.words()));
    List<String> troubles = Stream.concat(pings.troubles().stream(), ill).toList();
    String more = troubles.size() > 3 ? "; and " + (troubles.size() - 3) + " more" : "";
    return troubles.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", troubles.stream().limit(3).toList()) + more);
  }

  /** How all are doing. */
  public synchronized HealthReport report() {
    Instant now = clock.instant();
    var lines = new ArrayList<WebhookHealth>();
    Level worst = Level.GOOD;
    for (Inbox inbox : watched()) {
      WebhookHealth line = line(inbox, now);
      lines.add(line);
      worst = worst.or(line.level());
    }
    return new HealthReport(now, worst, lines, pings.all(), skew == null ? lateness.skew() : skew);
  }

  /** How one is doing whose record Asana has just given, whoever owns it. */
  public synchronized WebhookHealth of(Webhook webhook) {
    Instant now = clock.instant();
    Optional<Inbox> ours =
        watched().stream().filter(inbox -> Owned.gid(inbox).equals(webhook.gid())).findFirst();
    if (ours.isEmpty()) {
      return Portrait.of(webhook, null, Facts.NONE.told(webhook, now, ahead()), now);
    }
    told(webhook);
    return line(ours.get(), now);
  }

  private WebhookHealth line(Inbox inbox, Instant now) {
    Course course = courses.getOrDefault(Owned.gid(inbox), Course.begun(now)).at(now);
    return Portrait.of(inbox, course, lateness.of(inbox.name()));
  }

  List<Inbox> watched() {
    return Owned.in(registry);
  }
}
