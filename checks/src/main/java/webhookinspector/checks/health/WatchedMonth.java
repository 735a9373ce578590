package webhookinspector.checks.health;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import webhookinspector.checks.Check;
import webhookinspector.checks.Outcome;
import webhookinspector.checks.Size;
import webhookinspector.registry.Level;
import webhookinspector.subscription.Webhook;
import webhookinspector.watch.Change;
import webhookinspector.watch.WebhookHealth;
import webhookinspector.watch.Word;

/** Lives through months of outages minute by minute, and compares with what Asana knows. */
public final class WatchedMonth implements Check {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");
  private static final int OUTAGES = 40;

  /** In minutes: how late a deletion, or a failure that Asana has noted, may be known. */
  private static final int LATE = 5;

  /** How long the operator takes until he creates the webhook again. */
  private static final Duration REACTION = Duration.ofHours(2);

  @Override
  public String name() {
    return "watched-month";
  }

  @Override
  public String promise() {
    return "a deletion is noticed within 5 minutes, and alarms come at the stated hours";
  }

  /** What a month came to. */
  private static final class Month {
    int minutes;
    int wrong;
    int outages;
    final List<Long> noticedAfter = new ArrayList<>();
  }

  @Override
  public Outcome run(Size size, Path folder) throws Exception {
    int seeds = size.of(1, 20);
    int days = size.of(2, 30);
    var all = new Month();
    for (int seed = 1; seed <= seeds; seed++) {
      Path own = Files.createDirectory(folder.resolve("seed-" + seed));
      try (var place = new WatchedPlace(own, seed, START)) {
        live(place, Outages.of(seed, START, OUTAGES), days * 24 * 60, all);
      }
    }
    long latest = all.noticedAfter.stream().mapToLong(seconds -> seconds).max().orElse(0);
    boolean good = all.wrong == 0 && !all.noticedAfter.isEmpty() && latest <= LATE * 60L;
    return Outcome.of(
        good,
        "%d x %d days, %d outages: %d deletions, the latest noticed after %d s; %d of %d minutes with a wrong level"
            .formatted(
                seeds, days, all.outages, all.noticedAfter.size(), latest, all.wrong, all.minutes));
  }

  private static void live(
      WatchedPlace place, List<Outages.Outage> outages, int minutes, Month month) {
    Deque<Outages.Outage> coming = new ArrayDeque<>(outages);
    Deque<Level> lately = new ArrayDeque<>();
    String gid = place.create();
    @Nullable Webhook known = null;
    Instant reachable = START;
    Instant gone = NEVER;
    place.asana.team().work(1.0 / 3_600);
    for (int minute = 0; minute < minutes; minute++) {
      Instant now = place.asana.now();
      if (!coming.isEmpty() && !now.isBefore(coming.getFirst().from())) {
        Outages.Outage outage = coming.removeFirst();
        reachable = outage.to();
        place.outage(outage.lasting());
        month.outages++;
      }
      if (now.isAfter(gone.plus(REACTION)) && now.isAfter(reachable)) {
        gid = place.create();
        gone = NEVER;
        lately.clear();
      }
      place.minute();
      Webhook there = at(place, gid);
      known = there == null ? known : there;
      for (Change change : place.news()) {
        if (change.line().webhook().equals(gid) && change.line().word() == Word.GONE) {
          gone = change.at();
          month.noticedAfter.add(Duration.between(deletedAt(known), change.at()).toSeconds());
        }
      }
      judge(place, gid, there, lately, month);
    }
  }

  /** The level that is told must have been the true one within the last minutes. */
  private static void judge(
      WatchedPlace place, String gid, @Nullable Webhook there, Deque<Level> lately, Month month) {
    lately.addLast(TrueLevel.of(there, place.asana.now()));
    if (lately.size() > LATE + 1) {
      lately.removeFirst();
    }
    month.minutes++;
    month.wrong += lately.contains(told(place, gid)) ? 0 : 1;
  }

  private static @Nullable Level told(WatchedPlace place, String gid) {
    return place.watch.report().webhooks().stream()
        .filter(line -> line.webhook().equals(gid))
        .map(WebhookHealth::level)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Webhook at(WatchedPlace place, String gid) {
    return place.asana.webhooks().stream()
        .filter(webhook -> webhook.gid().equals(gid))
        .findFirst()
        .orElse(null);
  }

  private static Instant deletedAt(@Nullable Webhook known) {
    if (known == null || known.failureDeletionTimestamp() == null) {
      throw new IllegalStateException("deleted without having failed: " + known);
    }
    return known.failureDeletionTimestamp();
  }
}
