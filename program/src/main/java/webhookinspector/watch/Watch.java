package webhookinspector.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import webhookinspector.inbox.OwnWebhook;
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
  private final Map<String, SelfPing> pings = new HashMap<>();
  private final Map<InboxName, Lags> lags = new HashMap<>();
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
    watched().forEach(inbox -> learn(gid(inbox), facts -> facts.refused(why)));
  }

  /** A believable delivery arrived. */
  public void heard(InboxName inbox, Instant at) {
    registry
        .find(inbox)
        .filter(Watch::isWatched)
        .ifPresent(found -> learn(gid(found), facts -> facts.heard(at)));
  }

  /** An event of a believable delivery arrived so long after it happened. */
  synchronized void late(InboxName inbox, Duration lag) {
    lags.computeIfAbsent(inbox, _ -> new Lags()).add(lag.toMillis());
  }

  /**
   * A ping through an address ended.
   *
   * @param millis there and back, or null when it did not come back
   * @param because why not, one line, or null when it did
   */
  synchronized void pinged(String address, @Nullable Long millis, @Nullable String because) {
    boolean ok = because == null;
    Instant now = clock.instant();
    SelfPing before = pings.get(address);
    boolean changed = before == null ? !ok : before.ok() != ok;
    Instant since = before == null || changed ? now : before.since();
    var ping = new SelfPing(address, ok, now, since, millis, because);
    pings.put(address, ping);
    List<Inbox> targeting =
        watched().stream().filter(inbox -> Addresses.base(target(inbox)).equals(address)).toList();
    String whyNot = ok ? null : address + " does not lead to this receiver: " + because;
    targeting.forEach(inbox -> learn(gid(inbox), facts -> facts.reached(whyNot)));
    if (changed) {
      news.accept(new AddressChange(ping, targeting));
    }
  }

  /** Where the webhooks that exist are delivered to, each without {@code /in/KEY}. */
  public synchronized Set<String> addresses() {
    return watched().stream()
        .filter(inbox -> !isGone(courses.get(gid(inbox))))
        .map(inbox -> Addresses.base(target(inbox)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isGone(@Nullable Course course) {
    return course != null && course.facts().goneAt() != null;
  }

  /** These addresses alone are still of interest. */
  synchronized void forgetOtherAddresses(Set<String> these) {
    pings.keySet().retainAll(these);
  }

  /** When a ping last came back, if the last one of each address did. */
  public synchronized Optional<Instant> lastPing() {
    return pings.values().stream().allMatch(SelfPing::ok)
        ? pings.values().stream().map(SelfPing::at).max(Comparator.naturalOrder())
        : Optional.empty();
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
    courses.keySet().retainAll(watched.stream().map(Watch::gid).toList());
    lags.keySet().retainAll(watched.stream().map(Inbox::name).toList());
    for (Inbox inbox : watched) {
      String gid = gid(inbox);
      Course before = courses.computeIfAbsent(gid, _ -> Course.begun(now));
      Course after = before.at(now);
      courses.put(gid, after);
      Change change = Change.of(inbox, before, after, now);
      if (before.tellsOf(after) && !change.ofAddressOnly()) {
        news.accept(change);
      }
    }
  }

  /** What an operator should see at once, one line that lasts as long as the states do. */
  public synchronized Optional<String> trouble() {
    Stream<String> lost =
        pings.values().stream()
            .filter(ping -> !ping.ok())
            .map(p -> p.address() + " does not lead here since " + Spans.moment(p.since()));
    Stream<String> ill =
        watched().stream()
            .flatMap(
                inbox ->
                    Stream.ofNullable(courses.get(gid(inbox)))
                        .filter(Watch::isTrouble)
                        .map(course -> trouble(inbox, course)));
    List<String> troubles = Stream.concat(lost, ill).toList();
    String more = troubles.size() > 3 ? "; and " + (troubles.size() - 3) + " more" : "";
    return troubles.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", troubles.stream().limit(3).toList()) + more);
  }

  private static boolean isTrouble(Course course) {
    Word word = course.health().word(); // of what is unreached its address tells
    return !course.health().level().isGood() && word != Word.UNKNOWN && word != Word.UNREACHED;
  }

  private static String trouble(Inbox inbox, Course course) {
    return "webhook "
        + inbox.name()
        + " "
        + course.health().word().word()
        + " since "
        + Spans.moment(course.since());
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
    List<SelfPing> there =
        pings.values().stream().sorted((a, b) -> a.address().compareTo(b.address())).toList();
    return new HealthReport(now, worst, lines, there, skew());
  }

  /** How one is doing whose record Asana has just given, whoever owns it. */
  public synchronized WebhookHealth of(Webhook webhook) {
    Instant now = clock.instant();
    Optional<Inbox> ours =
        watched().stream().filter(inbox -> gid(inbox).equals(webhook.gid())).findFirst();
    if (ours.isEmpty()) {
      return Portrait.of(webhook, null, Facts.NONE.told(webhook, now, ahead()), now);
    }
    told(webhook);
    return line(ours.get(), now);
  }

  private WebhookHealth line(Inbox inbox, Instant now) {
    Course course = courses.getOrDefault(gid(inbox), Course.begun(now)).at(now);
    Lags known = lags.get(inbox.name());
    return Portrait.of(inbox, course, known == null ? null : known.percentiles());
  }

  /** An event that arrived before it had happened tells of the clocks what no answer did. */
  private @Nullable ClockSkew skew() {
    long least = lags.values().stream().mapToLong(Lags::least).min().orElse(0);
    return skew != null || least >= 0
        ? skew
        : new ClockSkew(-least, Health.USUAL_DELAY.toMillis(), "lag");
  }

  /** The inboxes whose webhook has a gid, by name. */
  List<Inbox> watched() {
    return registry.inboxes().stream().filter(Watch::isWatched).toList();
  }

  private static boolean isWatched(Inbox inbox) {
    OwnWebhook own = inbox.webhook();
    return own != null && own.gid() != null;
  }

  static String gid(Inbox inbox) {
    return Objects.requireNonNull(own(inbox).gid(), "watched by its gid");
  }

  private static URI target(Inbox inbox) {
    return own(inbox).target();
  }

  private static OwnWebhook own(Inbox inbox) {
    return Objects.requireNonNull(inbox.webhook(), "watched for its webhook");
  }
}
