package webhookinspector.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import webhookinspector.event.Ref;
import webhookinspector.history.Happenings;
import webhookinspector.history.History;
import webhookinspector.history.Known;
import webhookinspector.inbox.DeliveryId;
import webhookinspector.inbox.Gap;
import webhookinspector.inspection.Timeline;
import webhookinspector.inspection.Timeline.Entry;
import webhookinspector.inspection.Timeline.Happened;
import webhookinspector.inspection.Timeline.Missing;
import webhookinspector.inspection.Timeline.Place;
import webhookinspector.inspection.Timeline.Sent;
import webhookinspector.inspection.Timeline.Telling;
import webhookinspector.outbox.Attempt;
import webhookinspector.outbox.Outbox;
import webhookinspector.registry.Registry;

/** Tells everything about one thing: its events, what was sent on of them, what may be missing. */
public final class Timelines {

  /** As many as the registry keeps. */
  private static final int MOST_GAPS = 10_000;

  private static final int MOST_SENT = 20;

  private final History history;
  private final Registry registry;
  private final Outbox outbox;

  public Timelines(History history, Registry registry, Outbox outbox) {
    this.history = history;
    this.registry = registry;
    this.outbox = outbox;
  }

  /**
   * The newest entries in front of a place.
   *
   * @param gid of the thing
   * @param limit 1 to 1,000 events; gaps come on top
   */
  public Timeline of(String gid, @Nullable Place before, int limit) {
    Happenings happenings = history.about(gid, before, limit);
    var entries = new ArrayList<Entry>();
    for (Happened happened : happenings.happened()) {
      entries.add(happened.sending(sent(happened)));
    }
    entries.addAll(missing(gid, happenings, before));
    entries.sort(Comparator.comparing(Entry::at));
    return new Timeline(
        thing(gid, happenings),
        entries,
        happenings.older(),
        happenings.events(),
        happenings.tellings(),
        happenings.claims(),
        happenings.whole());
  }

  /** With its name where that is known, else with its type as the events tell it. */
  private Ref thing(String gid, Happenings happenings) {
    Stream<Ref> named = history.named(gid, 1).stream().map(Known::thing);
    Stream<Ref> told =
        happenings.happened().stream()
            .flatMap(h -> Stream.of(h.event().resource(), h.event().parent()))
            .flatMap(Stream::ofNullable);
    return Stream.concat(named.filter(thing -> thing.name() != null), told)
        .filter(thing -> thing.gid().equals(gid))
        .findFirst()
        .orElse(new Ref(gid, null, null, null));
  }

  private List<Sent> sent(Happened happened) {
    return happened.told().stream()
        .map(Telling::delivery)
        .distinct()
        .flatMap(id -> outbox.attemptsOf(new DeliveryId(id), MOST_SENT).stream())
        .map(Timelines::sent)
        .sorted(Comparator.comparing(Sent::at))
        .toList();
  }

  /** An attempt as part of a story. */
  public static Sent sent(Attempt attempt) {
    return new Sent(
        attempt.delivery().text(),
        attempt.at(),
        attempt.target(),
        attempt.status(),
        attempt.millis(),
        attempt.because(),
        attempt.source().word(),
        attempt.answerBody());
  }

  /** Gaps of this thing, or of an inbox that told of it, in the time that a page covers. */
  private List<Missing> missing(String gid, Happenings page, @Nullable Place before) {
    Instant from = page.older() == null ? Instant.MIN : first(page);
    Instant to = before == null ? Instant.MAX : at(before);
    Set<String> inboxes = new HashSet<>();
    page.happened().forEach(h -> h.told().forEach(telling -> inboxes.add(telling.inbox())));
    return registry.gaps(MOST_GAPS).stream()
        .filter(gap -> concerns(gap, gid, inboxes))
        .map(Missing::new)
        .filter(gap -> !gap.at().isBefore(from) && gap.at().isBefore(to))
        .toList();
  }

  private static Instant first(Happenings page) {
    return page.happened().isEmpty() ? Instant.MIN : page.happened().getFirst().at();
  }

  private static Instant at(Place place) {
    return Instant.EPOCH.plusNanos(place.nanos());
  }

  private static boolean concerns(Gap gap, String gid, Set<String> inboxes) {
    boolean whole = gap.inbox() == null && gap.resource() == null;
    return whole
        || gid.equals(gap.resource())
        || (gap.inbox() != null && inboxes.contains(gap.inbox().text()));
  }
}
